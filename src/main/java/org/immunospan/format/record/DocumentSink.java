package org.immunospan.format.record;

import org.immunospan.format.InputFile;
import org.immunospan.format.Inputs;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Document;

/**
 * Receives what the readers find, in the order of the input, on the thread that reads. What a sink
 * throws ends the reading and reaches the caller of {@link Inputs#read}.
 */
public interface DocumentSink {

  void document(Document document);

  /** Something that should have been a document and is not; the reading goes on behind it. */
  void error(ReadError error);

  /**
   * A file below a folder that is no document by its name and content; it is not read, and {@link
   * #finished} is not called for it.
   *
   * @param reason what it is and how to have it read all the same
   */
  void leftOut(String sourceFile, String reason);

  /** A file is done, whether well or not. */
  default void finished(InputFile file) {}
}
