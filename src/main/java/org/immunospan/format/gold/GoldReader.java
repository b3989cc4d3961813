package org.immunospan.format.gold;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one format. Implementations hold no state. */
public interface GoldReader {

  /**
   * Reads the whole source.
   *
   * @throws MalformedCorpusException naming file and line, when the source breaks the format
   */
  void read(Path source, GoldSink sink) throws IOException;
}
