package org.immunospan.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunospan.format.InputFile;

/**
 * The results of a run in pieces: one for each input file, or for several small ones, or for each
 * stretch of a very large one. Each piece is a table of its own with a header, such as {@code
 * parts/spans/00001.csv}. A part is finished when its file of documents has its name; all its other
 * files had theirs before. One thread.
 */
final class Parts {

  private final Path folder;
  private int finished;

  private Parts(Path folder) {
    this.folder = folder;
  }

  /** No parts; those that the folder of the run holds are removed. */
  static Parts begin(Path runFolder) throws IOException {
    Parts parts = new Parts(runFolder.resolve(RunFiles.PARTS));
    Folders.delete(parts.folder);
    parts.makeFolders();
    return parts;
  }

  /** The finished parts of an interrupted run; what it had not finished is removed. */
  static Parts restore(Path runFolder) throws IOException {
    Parts parts = new Parts(runFolder.resolve(RunFiles.PARTS));
    parts.makeFolders();
    while (Files.exists(parts.file(ResultFile.DOCUMENTS, parts.finished + 1))) {
      parts.finished++;
    }
    for (ResultFile result : ResultFile.values()) {
      List<Path> files = parts.files(result);
      try (Stream<Path> found = Files.list(parts.folder(result))) {
        for (Path file : found.toList()) {
          if (!files.contains(file)) {
            Files.delete(file);
          }
        }
      }
    }
    return parts;
  }

  private void makeFolders() throws IOException {
    for (ResultFile result : ResultFile.values()) {
      Files.createDirectories(folder(result));
    }
    Files.createDirectories(folder.resolve(RunFiles.PART_INPUTS));
    WholeFile.forceFolder(folder);
    WholeFile.forceFolder(folder.getParent());
  }

  /** The finished files of one kind, in the order of the input. */
  List<Path> files(ResultFile result) {
    List<Path> files = new ArrayList<>();
    for (int number = 1; number <= finished; number++) {
      files.add(file(result, number));
    }
    return files;
  }

  private Path folder(ResultFile result) {
    return folder.resolve(result.partsFolder());
  }

  private Path file(ResultFile result, int number) {
    return folder(result).resolve(String.format(Locale.ROOT, "%05d.csv", number));
  }

  /**
   * An input file that was read to its end.
   *
   * @param repeated documents in it that came before
   */
  record Ended(InputFile file, long repeated) {

    private static Ended of(String line) {
      String[] fields = line.split(" ", 5);
      return new Ended(
          new InputFile(
              fields[4],
              Optional.empty(),
              Long.parseLong(fields[1]),
              fields[0],
              Long.parseLong(fields[2]),
              0),
          Long.parseLong(fields[3]));
    }

    private String toLine() {
      return String.join(
          " ",
          file.sha256(),
          Long.toString(file.bytes()),
          Long.toString(file.documents()),
          Long.toString(repeated),
          file.sourceFile());
    }
  }

  /** The input files without faults that end in finished parts, by name; none that came twice. */
  Map<String, Ended> inputFiles() throws IOException {
    Map<String, Ended> files = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (int number = 1; number <= finished; number++) {
      for (String line : Files.readAllLines(inputs(number))) {
        Ended ended = Ended.of(line);
        if (files.put(ended.file().sourceFile(), ended) != null) {
          twice.add(ended.file().sourceFile());
        }
      }
    }
    files.keySet().removeAll(twice);
    return files;
  }

  private Path inputs(int number) {
    return folder
        .resolve(RunFiles.PART_INPUTS)
        .resolve(String.format(Locale.ROOT, "%05d.txt", number));
  }

  /** Begins the next part. */
  Part next() throws IOException {
    return new Part();
  }

  /** Writes the rows of all finished parts of one kind, with one header. */
  void join(ResultFile result, OutputStream out) throws IOException {
    byte[] header = result.header().getBytes(StandardCharsets.UTF_8);
    out.write(header);
    for (Path file : files(result)) {
      try (InputStream in = Files.newInputStream(file)) {
        in.skipNBytes(header.length);
        in.transferTo(out);
      }
    }
  }

  /** The part that is being written. */
  final class Part implements AutoCloseable {

    private final Map<ResultFile, WholeFile> files = new EnumMap<>(ResultFile.class);
    private final WholeFile inputs;

    private Part() throws IOException {
      inputs = WholeFile.create(inputs(finished + 1));
      try {
        for (ResultFile result : ResultFile.values()) {
          WholeFile file = WholeFile.create(file(result, finished + 1));
          files.put(result, file);
          file.write(result.header());
        }
      } catch (IOException e) {
        close();
        throw e;
      }
    }

    void write(ResultFile result, String rows) throws IOException {
      files.get(result).write(rows);
    }

    /** An input file ends here, or ended before the first row of the part. */
    void endInput(Ended ended) throws IOException {
      inputs.write(ended.toLine() + "\n");
    }

    /** Makes the part one of the finished ones. */
    void finish() throws IOException {
      inputs.force();
      inputs.publish();
      for (WholeFile file : files.values()) {
        file.force();
      }
      for (ResultFile result : ResultFile.values()) {
        if (result == ResultFile.DOCUMENTS) {
          forceFolders();
        }
        files.get(result).publish();
      }
      WholeFile.forceFolder(folder(ResultFile.DOCUMENTS));
      finished++;
    }

    private void forceFolders() throws IOException {
      WholeFile.forceFolder(folder.resolve(RunFiles.PART_INPUTS));
      for (ResultFile result : ResultFile.values()) {
        WholeFile.forceFolder(folder(result));
      }
    }

    /** Removes what was written, unless it was finished. */
    @Override
    public void close() throws IOException {
      inputs.close();
      for (WholeFile file : files.values()) {
        file.close();
      }
    }
  }
}
