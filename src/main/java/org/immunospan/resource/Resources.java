package org.immunospan.resource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.immunospan.text.Sha256;

/**
 * The files that were read for one pipeline, each with the SHA-256 of the very bytes that were
 * read. Safe for threads.
 */
public final class Resources implements FileSource {

  /**
   * A file that was read.
   *
   * @param file name of a shipped file, or the path as the user gave it
   * @param sha256 of its bytes, in lower-case hexadecimal
   */
  public record ReadFile(String file, String sha256) {}

  /** Keeps the sum alone, not the bytes: a model is large, and its loader makes its own of it. */
  private final Map<ResourceFile, Pending<String>> sums = new ConcurrentHashMap<>();

  /**
   * Reads a file to its end and begins to hash it on a thread of its own.
   *
   * @throws IOException if it cannot be read
   */
  public InputStream open(ResourceFile file) throws IOException {
    byte[] bytes;
    try (InputStream in = file.open()) {
      bytes = in.readAllBytes();
    }
    sums.computeIfAbsent(file, f -> Pending.of("sum of " + f.name(), () -> Sha256.of(bytes)));
    return new ByteArrayInputStream(bytes);
  }

  /** Reads a shipped file. */
  @Override
  public InputStream open(String name) throws IOException {
    return open(ResourceFile.shipped(name));
  }

  /**
   * The SHA-256 of a file that was read; waits for it if need be.
   *
   * @throws IllegalStateException if the file was not read
   */
  public String sha256(ResourceFile file) {
    Pending<String> sum = sums.get(file);
    if (sum == null) {
      throw new IllegalStateException(file.name() + " was not read");
    }
    return sum.get();
  }

  /** All files that were read: those that ship with the program, then the user's, by name. */
  public List<ReadFile> read() {
    return Stream.of(true, false)
        .flatMap(
            shipped ->
                sums.keySet().stream()
                    .filter(file -> file.isShipped() == shipped)
                    .map(file -> new ReadFile(file.name(), sha256(file)))
                    .sorted((a, b) -> a.file().compareTo(b.file())))
        .toList();
  }
}
