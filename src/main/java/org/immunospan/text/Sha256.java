package org.immunospan.text;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes that come in pieces, in lower-case hexadecimal. One thread. */
public final class Sha256 {

  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Of all these bytes. */
  public static String of(byte[] bytes) {
    Sha256 sum = new Sha256();
    sum.add(bytes, 0, bytes.length);
    return sum.hex();
  }

  /** Of what a stream still has; reads it to its end and leaves it open. */
  public static String of(InputStream in) throws IOException {
    Sha256 sum = new Sha256();
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      sum.add(buffer, 0, count);
    }
    return sum.hex();
  }

  /** Adds the bytes from an offset on. */
  public void add(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** Of all that was added; call it last. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
