package org.immunospan.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunospan.text.UserException;

/**
 * A result of {@code annotate}.
 *
 * @param spans its spans.csv or spans.parquet
 * @param documents its documents.csv or documents.parquet
 * @param markers its markers.csv or markers.parquet, if there is one
 */
record RunFolder(Path folder, Path spans, Path documents, Optional<Path> markers) {

  /**
   * Looks at folders before anything is read from them.
   *
   * @throws UserException naming the first folder that is not a result of {@code annotate}
   */
  static List<RunFolder> of(List<Path> folders) {
    if (folders.isEmpty()) {
      throw new UserException("expected a result folder of annotate, found none");
    }
    List<RunFolder> runs = new ArrayList<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw UserException.of(
            folder.toString(),
            "a result folder of annotate",
            Files.exists(folder) ? "a file" : "no such folder");
      }
      runs.add(
          new RunFolder(
              folder,
              needed(folder, "spans"),
              needed(folder, "documents"),
              find(folder, "markers")));
    }
    return runs;
  }

  private static Path needed(Path folder, String name) {
    return find(folder, name)
        .orElseThrow(
            () ->
                UserException.of(
                    folder.toString(),
                    "a result folder of annotate with spans.csv and documents.csv",
                    "no " + name + ".csv"));
  }

  private static Optional<Path> find(Path folder, String name) {
    for (String ending : List.of(".csv", ".parquet")) {
      Path file = folder.resolve(name + ending);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** What annotate says of the run, in run.json; older results have none. */
  Optional<Path> description() {
    return Optional.of(folder.resolve("run.json")).filter(Files::isRegularFile);
  }

  /** The files that were found. */
  List<Path> files() {
    List<Path> files = new ArrayList<>(List.of(spans, documents));
    markers.ifPresent(files::add);
    description().ifPresent(files::add);
    return files;
  }
}
