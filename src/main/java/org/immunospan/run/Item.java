package org.immunospan.run;

import org.immunospan.read.InputFile;
import org.immunospan.read.ReadError;
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

  /** A document that the interrupted run has done. */
  record Skipped(Document document) implements Item {}

  /** A place in the input that gave no document. */
  record Fault(ReadError error) implements Item {}

  /** A file that was read to its end. */
  record Finished(InputFile file) implements Item {}

  /** A file below a folder that is not a document. */
  record LeftOut(String sourceFile, String reason) implements Item {}
}
