package org.immunospan.run;

import org.immunospan.format.InputFile;
import org.immunospan.format.InputItem;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;

/**
 * What flows through a run, in the order of the input. A document is read, and becomes rows, or
 * fails, or is skipped; all else passes unchanged.
 */
sealed interface Item {

  /** A document that is to be annotated. */
  record Read(Document document) implements Item {}

  /** The rows of a document. */
  record Rows(AnnotatedDocument annotated, String spans, String markers, String documents)
      implements Item {}

  /** A document that could not be annotated, with its row of documents.csv. */
  record Failed(ReadError error, String documents) implements Item {}

  /** A document that came before with this text. */
  record Repeated(Document document) implements Item {}

  /** A place in the input that gave no document. */
  record Fault(ReadError error) implements Item {}

  /** A file that was read to its end. */
  record Finished(InputFile file) implements Item {}

  /** A file below a folder that is not a document. */
  record LeftOut(String sourceFile, String reason) implements Item {}

  /** What the input gives, as an item of the run. */
  static Item of(InputItem item) {
    if (item instanceof InputItem.Found found) {
      return new Read(found.document());
    }
    if (item instanceof InputItem.Failed failed) {
      return new Fault(failed.error());
    }
    return item instanceof InputItem.LeftOut leftOut
        ? new LeftOut(leftOut.sourceFile(), leftOut.reason())
        : new Finished(((InputItem.FileDone) item).file());
  }
}
