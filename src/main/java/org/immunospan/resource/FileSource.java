package org.immunospan.resource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens the files of one place by name, for a reader that needs several of them. */
@FunctionalInterface
public interface FileSource {

  /**
   * Opens a file, which the caller closes.
   *
   * @throws IOException if there is no such file or it cannot be read
   */
  InputStream open(String name) throws IOException;

  /** Reads a file of UTF-8 text to its end, without line ends. */
  default List<String> lines(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** The files of a folder on disk. */
  static FileSource of(Path folder) {
    return name -> Files.newInputStream(folder.resolve(name));
  }

  /** The models, lexicons and tables that ship with the program. */
  static FileSource shipped() {
    return name -> ResourceFile.shipped(name).open();
  }
}
