package org.immunospan.format.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose bytes all pass one method, so that none is left out of a count or a checksum. */
abstract class BlockInput extends FilterInputStream {

  BlockInput(InputStream in) {
    super(in);
  }

  @Override
  public abstract int read(byte[] target, int offset, int length) throws IOException;

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Skips nothing: bytes that are skipped would be left out. */
  @Override
  public long skip(long count) {
    return 0;
  }

  /** Asking a named pipe how much it has is an error. */
  @Override
  public int available() {
    return 0;
  }

  /** Bytes that come twice would be counted twice. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
