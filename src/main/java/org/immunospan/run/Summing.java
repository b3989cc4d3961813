package org.immunospan.run;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunospan.text.Sha256;

/** Counts and hashes a CSV file on its way to another stream. One thread. */
final class Summing extends FilterOutputStream {

  /**
   * What shows whether a result is as it was written.
   *
   * @param file its name
   * @param rows without the header
   * @param sha256 of its bytes, in lower-case hexadecimal
   */
  record Sum(String file, long rows, String sha256) {}

  private final Sha256 sha256 = new Sha256();
  private long lines;
  private boolean isQuoted;

  Summing(OutputStream out) {
    super(out);
  }

  /** Reads a file. */
  static Sum of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        Summing summing = new Summing(OutputStream.nullOutputStream())) {
      in.transferTo(summing);
      return summing.sum(file.getFileName().toString());
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    sha256.add(bytes, offset, length);
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '"') {
        isQuoted = !isQuoted;
      } else if (bytes[i] == '\n' && !isQuoted) {
        lines++;
      }
    }
  }

  /** Of all that was written; call it last. */
  Sum sum(String file) {
    return new Sum(file, Math.max(0, lines - 1), sha256.hex());
  }
}
