package org.immunospan.resource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A model, lexicon or table: one that ships with the program, or a file of the user's.
 *
 * @param name file name of a shipped file, or the path as the user gave it
 */
public record ResourceFile(String name, boolean isShipped) {

  private static final String FOLDER = "/org/immunospan/models/";

  /** One of the files in {@code models/}. */
  public static ResourceFile shipped(String name) {
    return new ResourceFile(name, true);
  }

  /** A file on disk. */
  public static ResourceFile of(Path path) {
    return new ResourceFile(path.toString(), false);
  }

  /** The name without folders. */
  public String fileName() {
    Path fileName = Path.of(name).getFileName();
    return fileName == null ? name : fileName.toString();
  }

  /**
   * Opens the file as a stream, which the caller closes. A shipped file comes from the class path,
   * so that it is found in a jar, in a jar inside a jar and in a folder of classes.
   *
   * @throws IOException if there is no such file or it cannot be read
   */
  public InputStream open() throws IOException {
    if (!isShipped) {
      return Files.newInputStream(Path.of(name));
    }
    InputStream in = ResourceFile.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new NoSuchFileException(name, null, "it is not part of this build");
    }
    return in;
  }
}
