package org.immunospan.format;

import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.source.ReadError;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.Document;

/** What an input gives, in the order of the files: documents, errors and ends of files. */
public sealed interface InputItem {

  /** A document, with the gold mentions that its file has for it. */
  record Found(GoldDocument gold) implements InputItem {

    public Document document() {
      return gold.document();
    }
  }

  /**
   * Something that should have been a document and is not.
   *
   * @param extent how much is lost
   */
  record Failed(ReadError error, ReadFault.Extent extent) implements InputItem {}

  /**
   * A file below a folder that is not a document by its name and content. No {@link FileDone}
   * follows.
   *
   * @param reason what it is, and how to have it read all the same
   */
  record LeftOut(String sourceFile, String reason) implements InputItem {}

  /** A file is done, whether well or not. */
  record FileDone(InputFile file) implements InputItem {}
}
