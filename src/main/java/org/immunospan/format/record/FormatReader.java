package org.immunospan.format.record;

import java.io.IOException;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;

/** Reads one format. A reader keeps nothing between files unless its class says so. */
public interface FormatReader {

  /**
   * Hands every document of a file to the sink, and an error for each that cannot be read.
   *
   * @return how many records were met, whether they could be read or not
   * @throws ReadFault when the rest of the file cannot be read; what was handed over stays
   */
  long read(Content content, DocumentSink sink) throws IOException;
}
