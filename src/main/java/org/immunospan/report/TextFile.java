package org.immunospan.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes reports to files, in UTF-8. */
public final class TextFile {

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {
    void writeTo(BufferedWriter out) throws IOException;
  }

  private TextFile() {}

  /**
   * Writes a file.
   *
   * @param file null to write nothing
   */
  public static void write(Path file, Content content) throws IOException {
    if (file != null) {
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        content.writeTo(out);
      }
    }
  }
}
