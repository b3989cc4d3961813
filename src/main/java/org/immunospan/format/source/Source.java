package org.immunospan.format.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunospan.text.UserException;

/**
 * A file or standard input, not opened yet.
 *
 * @param name as the user named it; below a folder, the folder's name and the path in it
 * @param path empty for standard input
 * @param isInFolder whether the user named a folder above it rather than the file itself
 */
public record Source(String name, Optional<Path> path, boolean isInFolder) {

  /** The argument for standard input. */
  public static final String STDIN = "-";

  /**
   * All files that the arguments name, in their order, folders walked and sorted.
   *
   * @throws UserException for a file that is not there and a folder without files
   */
  public static List<Source> of(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new UserException("No input: expected files, folders or - for standard input.");
    }
    List<Source> sources = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.equals(Source.STDIN)) {
        sources.addAll(find(argument));
      } else if (sources.stream().anyMatch(source -> source.path.isEmpty())) {
        throw new UserException("Standard input (-) can be read only once, found it twice.");
      } else {
        sources.add(new Source(argument, Optional.empty(), false));
      }
    }
    return List.copyOf(sources);
  }

  /** Whether it cannot be opened a second time: standard input and named pipes. */
  public boolean isReadOnce() {
    return path.isEmpty() || !Files.isRegularFile(path.get());
  }

  /** The bytes of the file as stored; -1 if they are not known before reading. */
  public long size() {
    try {
      return isReadOnce() ? -1 : Files.size(path.get());
    } catch (IOException e) {
      return -1;
    }
  }

  /** Opens the file, or gives standard input, which closing leaves open. */
  public InputStream open(InputStream stdin) throws IOException {
    return path.isPresent() ? Files.newInputStream(path.get()) : new LeftOpen(stdin);
  }

  private static List<Source> find(String argument) {
    try {
      Path path = Path.of(argument);
      if (!Files.exists(path)) {
        throw new UserException(argument + ": found no such file or folder.");
      }
      if (!Files.isDirectory(path)) {
        return List.of(new Source(argument, Optional.of(path), false));
      }
      List<Source> sources = walk(path);
      if (sources.isEmpty()) {
        throw new UserException(argument + ": found a folder without files, expected documents.");
      }
      return sources;
    } catch (InvalidPathException e) {
      throw new UserException(argument + ": is no path: " + e.getReason() + ".", e);
    } catch (IOException | UncheckedIOException e) {
      throw new UserException(
          argument + ": the folder cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static List<Source> walk(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> !isHidden(folder.relativize(path)))
          .map(path -> new Source(path.toString().replace('\\', '/'), Optional.of(path), true))
          .sorted(Comparator.comparing(Source::name))
          .toList();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static final class LeftOpen extends FilterInputStream {

    LeftOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
