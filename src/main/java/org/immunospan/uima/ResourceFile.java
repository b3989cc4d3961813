package org.immunospan.uima;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A model or lexicon: one that ships in the jar, or a file of the user's.
 *
 * @param name file name, or the path as the user gave it
 * @param url where to read it
 */
public record ResourceFile(String name, URL url) {

  private static final String FOLDER = "/org/immunospan/models/";

  /** One of the files in {@code models/}. */
  public static ResourceFile shipped(String name) {
    URL url = ResourceFile.class.getResource(FOLDER + name);
    return new ResourceFile(name, Objects.requireNonNull(url, () -> name + " is not in the jar"));
  }

  /** Whether a file is one that {@link #shipped} gives. */
  public static boolean isShipped(URL file) {
    String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
    URL shipped = ResourceFile.class.getResource(FOLDER + name);
    return shipped != null && shipped.toString().equals(file.toString());
  }

  /** A file on disk. */
  public static ResourceFile of(Path path) {
    try {
      return new ResourceFile(path.toString(), path.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not a file: " + path, e);
    }
  }
}
