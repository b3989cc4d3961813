package org.immunospan.format.record;

import java.io.IOException;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.source.ReadFault;

/** Reads one opened file of one format, document by document. Not thread-safe. */
public interface FormatReader {

  /**
   * The next document with its gold mentions, or null at the end.
   *
   * @throws ReadFault when a record cannot be read. If its extent is {@code RECORD}, call again for
   *     the record after it; otherwise the rest of the file is lost
   */
  GoldDocument next() throws IOException;

  /** How many records were met so far, whether they could be read or not. */
  long records();
}
