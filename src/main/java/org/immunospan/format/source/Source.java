package org.immunospan.format.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.immunospan.text.UserException;

/**
 * A file, a file in a zip file, or standard input; not opened yet.
 *
 * @param name as the user named it; below a folder, the folder's name and the path in it
 * @param path empty for standard input
 * @param archive the zip file that it is in, open
 * @param entry the name inside a zip file; "" for other files
 * @param isInFolder whether the user named a folder above it rather than the file itself
 * @param fault why it cannot be opened, when that is known already
 */
public record Source(
    String name,
    Optional<Path> path,
    Optional<ZipArchive> archive,
    String entry,
    boolean isInFolder,
    Optional<String> fault) {

  /** The argument for standard input. */
  public static final String STDIN = "-";

  private Source(String name, Path path, boolean isInFolder) {
    this(name, Optional.of(path), Optional.empty(), "", isInFolder, Optional.empty());
  }

  private static Source broken(String name, Path path, boolean isInFolder, String fault) {
    return new Source(
        name, Optional.of(path), Optional.empty(), "", isInFolder, Optional.of(fault));
  }

  /**
   * All files that the arguments name, in their order, folders walked and sorted. One that cannot
   * be opened is among them with its fault.
   *
   * @throws UserException when none of them can be opened
   */
  public static List<Source> of(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new UserException("expected files, folders or - for standard input, found none");
    }
    List<Source> sources = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.equals(STDIN)) {
        sources.addAll(find(argument));
      } else if (sources.stream().anyMatch(source -> source.path.isEmpty())) {
        throw new UserException("-: expected standard input once, found it twice");
      } else {
        sources.add(
            new Source(argument, Optional.empty(), Optional.empty(), "", false, Optional.empty()));
      }
    }
    Set<String> names = sources.stream().map(Source::name).collect(Collectors.toSet());
    sources.removeIf(source -> isMd5Of(source.name, names));
    if (sources.stream().allMatch(source -> source.fault.isPresent())) {
      throw new UserException(sources.get(0).name + ": " + sources.get(0).fault.get());
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
      if (fault.isPresent()) {
        return 0;
      }
      if (archive.isPresent()) {
        return archive.get().size(entry);
      }
      return isReadOnce() ? -1 : Files.size(path.get());
    } catch (IOException e) {
      return -1;
    }
  }

  /** Opens the file, or gives standard input, which closing leaves open. */
  public InputStream open(InputStream stdin) throws IOException {
    if (path.isEmpty()) {
      return new LeftOpen(stdin);
    }
    return archive.isPresent() ? archive.get().open(entry) : Files.newInputStream(path.get());
  }

  /** The file with another name in the same folder, if it exists. */
  public Optional<Source> sibling(String fileName) {
    if (path.isEmpty() || fault.isPresent()) {
      return Optional.empty();
    }
    String folder = name.substring(0, name.length() - ownName(name).length());
    if (archive.isPresent()) {
      String other = entry.substring(0, entry.length() - ownName(entry).length()) + fileName;
      return archive.get().has(other)
          ? Optional.of(new Source(folder + fileName, path, archive, other, true, Optional.empty()))
          : Optional.empty();
    }
    Path other = path.get().resolveSibling(fileName);
    return Files.isRegularFile(other)
        ? Optional.of(new Source(folder + fileName, other, isInFolder))
        : Optional.empty();
  }

  /** Closes the zip file that it is in, and with it all other files there. */
  public void close() throws IOException {
    if (archive.isPresent()) {
      archive.get().close();
    }
  }

  /** The part of a name after the last folder. */
  static String ownName(String name) {
    int end = Math.max(name.replace('\\', '/').lastIndexOf('/'), name.lastIndexOf('!'));
    return name.substring(end + 1);
  }

  private static List<Source> find(String argument) {
    try {
      Path path = Path.of(argument);
      if (!Files.exists(path)) {
        return List.of(broken(argument, path, false, "expected a file or folder, found none"));
      }
      if (!Files.isDirectory(path)) {
        return file(argument, path, false);
      }
      List<Source> sources = walk(path);
      return sources.isEmpty()
          ? List.of(
              broken(argument, path, false, "expected documents, found a folder without files"))
          : sources;
    } catch (InvalidPathException e) {
      throw new UserException(argument + ": expected a path, found none: " + e.getReason(), e);
    } catch (IOException e) {
      return List.of(
          broken(
              argument,
              Path.of(argument),
              false,
              "the folder cannot be read: " + UserException.reason(e)));
    }
  }

  /** A file, or the files in a zip file. */
  private static List<Source> file(String name, Path path, boolean isInFolder) {
    boolean isNamedZip = name.toLowerCase(Locale.ROOT).endsWith(".zip");
    if (!isNamedZip && (isInFolder || !ZipArchive.isZip(path))) {
      return List.of(new Source(name, path, isInFolder));
    }
    try {
      List<Source> sources = new ArrayList<>();
      ZipArchive archive = new ZipArchive(path);
      List<String> entries = archive.names();
      Set<String> all = Set.copyOf(entries);
      for (String entry : entries) {
        if (!isHidden(Path.of(entry)) && !isCompanion(entry, all)) {
          sources.add(
              new Source(
                  name + "!" + entry,
                  Optional.of(path),
                  Optional.of(archive),
                  entry,
                  true,
                  Optional.empty()));
        }
      }
      return sources.isEmpty()
          ? List.of(broken(name, path, isInFolder, "found a zip file without files"))
          : sources;
    } catch (IOException e) {
      return List.of(
          broken(name, path, isInFolder, "not a whole zip file: " + UserException.reason(e)));
    }
  }

  private static List<Source> walk(Path folder) throws IOException {
    List<Source> sources = new ArrayList<>();
    Set<String> files = new TreeSet<>();
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file) && !isHidden(folder.relativize(file))) {
              files.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (!isHidden(folder.relativize(file))) {
              String reason =
                  e instanceof FileSystemLoopException
                      ? "the link leads back to a folder above it"
                      : "cannot be read: " + UserException.reason(e);
              sources.add(broken(slashed(file.toString()), file, true, reason));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    for (String file : files) {
      if (!isCompanion(file, files)) {
        sources.addAll(file(slashed(file), Path.of(file), true));
      }
    }
    sources.sort(Comparator.comparing(Source::name));
    return sources;
  }

  /** Whether a file is the checksum of another one; it is read with that one. */
  private static boolean isMd5Of(String file, Set<String> all) {
    return file.endsWith(Md5File.SUFFIX)
        && all.contains(file.substring(0, file.length() - Md5File.SUFFIX.length()));
  }

  /** Whether a file only adds to another one: marks next to a text, texts next to spans. */
  private static boolean isCompanion(String file, Set<String> all) {
    String own = ownName(file);
    String folder = file.substring(0, file.length() - own.length());
    int dot = own.lastIndexOf('.');
    String ending = own.substring(dot + 1);
    return switch (ending) {
      case "ann", "a1", "a2" -> all.contains(folder + own.substring(0, dot) + ".txt");
      case "eval" -> all.stream().anyMatch(f -> f.startsWith(folder) && f.endsWith(".in"));
      case "csv" -> own.equals("documents.csv") && all.contains(folder + "spans.csv");
      default -> false;
    };
  }

  private static String slashed(String path) {
    return path.replace('\\', '/');
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
