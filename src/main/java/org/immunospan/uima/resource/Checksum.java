package org.immunospan.uima.resource;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.immunospan.uima.ResourceFile;

/**
 * SHA-256 of models and lexicons, in lower-case hexadecimal. What ships with the program does not
 * change while it runs and is summed once: until the compiler has seen enough of it, the sum of the
 * gene model takes a tenth of a second. Safe for threads.
 */
public final class Checksum {

  private static final Map<String, Pending<String>> OF_SHIPPED = new ConcurrentHashMap<>();

  private Checksum() {}

  /**
   * The sum of a file's bytes.
   *
   * @throws IOException if the file cannot be read
   */
  public static String of(URL file) throws IOException {
    return ResourceFile.isShipped(file) ? ofShipped(file) : sum(file);
  }

  /** The same of a file that does not change. A failure is not kept: it may pass. */
  static String ofShipped(URL file) throws IOException {
    String name = file.toString();
    Pending<String> sum = OF_SHIPPED.computeIfAbsent(name, n -> Pending.of(n, () -> sum(file)));
    try {
      return sum.get();
    } catch (UncheckedIOException e) {
      OF_SHIPPED.remove(name, sum);
      throw e.getCause();
    }
  }

  private static String sum(URL file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(file.openStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
