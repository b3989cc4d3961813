package org.immunospan.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunospan.text.UserException;

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
   * @throws UserException if the file cannot be opened
   */
  public static void write(Path file, Content content) throws IOException {
    if (file != null) {
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        content.writeTo(out);
      } catch (FileSystemException e) {
        throw new UserException(file + ": cannot be written, " + UserException.reason(e), e);
      }
    }
  }
}
