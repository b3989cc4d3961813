package org.immunospan.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunospan.text.UserException;

/**
 * The CSV files of a result as Parquet files: {@code spans.parquet}, {@code documents.parquet} and,
 * where there is a markers.csv, {@code markers.parquet}. They have the same rows in the same order
 * and the same columns; offsets, sentences and years are integers, scores are doubles, everything
 * else is text, and what is empty in CSV is null.
 */
public final class ParquetResult {

  private static final List<String> NAMES = List.of("spans", "documents", "markers");

  private static final Map<String, String> TYPES =
      Map.of(
          "begin", "INTEGER",
          "end", "INTEGER",
          "sentence", "INTEGER",
          "year", "INTEGER",
          "score", "DOUBLE",
          "link_score", "DOUBLE");

  private ParquetResult() {}

  /**
   * Makes sure that {@link #write} will have what it needs.
   *
   * @param replaces whether such files may be replaced
   * @throws UserException if there are some and they may not
   */
  public static void check(Path folder, boolean replaces) {
    Database.open(Optional.empty()).close();
    for (String name : NAMES) {
      Path file = folder.resolve(name + ".parquet");
      if (!replaces && Files.exists(file)) {
        throw new UserException(
            file + ": exists; choose another folder, or replace it with --overwrite");
      }
    }
  }

  /** Writes the files next to those in CSV, which stay; each appears whole or not at all. */
  public static void write(Path folder) throws IOException {
    Path temporary = folder.resolve(".parquet-tmp");
    try (Database database = Database.open(Optional.empty())) {
      database.run("SET temp_directory = " + Sql.text(temporary.toString()));
      database.run("SET memory_limit = '1GB'");
      for (String name : NAMES) {
        Path csv = folder.resolve(name + ".csv");
        if (Files.isRegularFile(csv)) {
          Path part = folder.resolve(name + ".parquet.part");
          database.run(
              "COPY (%s) TO %s (FORMAT parquet)".formatted(typed(csv), Sql.text(part.toString())));
          Files.move(part, folder.resolve(name + ".parquet"), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static String typed(Path csv) {
    List<String> columns = SourceFile.header(csv);
    String values =
        columns.stream()
            .map(
                column ->
                    "CAST(%1$s AS %2$s) AS %1$s"
                        .formatted(Sql.name(column), TYPES.getOrDefault(column, "VARCHAR")))
            .collect(Collectors.joining(", "));
    return "SELECT " + values + " FROM (" + SourceFile.query(csv, columns, List.of()) + ")";
  }
}
