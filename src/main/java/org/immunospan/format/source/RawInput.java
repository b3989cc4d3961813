package org.immunospan.format.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file as stored, counted and hashed on their way. */
public final class RawInput extends FilterInputStream {

  private final MessageDigest digest;
  private long bytes;

  public RawInput(InputStream in) {
    super(in);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Bytes read so far. */
  public long bytes() {
    return bytes;
  }

  /** Reads what is left and gives the hash of all; call it last. */
  public String sha256() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > 0) {
      bytes += count;
      digest.update(target, offset, count);
    }
    return count;
  }

  /** Bytes skipped would be missing in the hash. */
  @Override
  public long skip(long count) {
    return 0;
  }

  /** Asking a named pipe how much it has is an error. */
  @Override
  public int available() {
    return 0;
  }

  /** Leaves the file open for {@link #sha256}. */
  @Override
  public void close() {}
}
