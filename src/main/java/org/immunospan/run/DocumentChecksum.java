package org.immunospan.run;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Tells whether two runs read the same documents in the same order. One thread. */
final class DocumentChecksum {

  private final CRC32C crc = new CRC32C();

  void add(String id, String text) {
    crc.update(id.getBytes(StandardCharsets.UTF_8));
    crc.update(0);
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    crc.update(0);
  }

  /** Of all documents added so far; 0 for none. */
  long value() {
    return crc.getValue();
  }
}
