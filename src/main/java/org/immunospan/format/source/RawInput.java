package org.immunospan.format.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.immunospan.text.Sha256;

/** The bytes of a file as stored, counted and hashed on their way. */
public final class RawInput extends BlockInput {

  private final Sha256 sha256 = new Sha256();
  private long bytes;

  public RawInput(InputStream in) {
    super(in);
  }

  /** Bytes read so far. */
  public long bytes() {
    return bytes;
  }

  /** Reads what is left and gives the hash of all; call it last. */
  public String sha256() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    return sha256.hex();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > 0) {
      bytes += count;
      sha256.add(target, offset, count);
    }
    return count;
  }

  /** Leaves the file open for {@link #sha256}. */
  @Override
  public void close() {}
}
