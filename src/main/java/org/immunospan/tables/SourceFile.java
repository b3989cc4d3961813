package org.immunospan.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunospan.text.UserException;

/**
 * A CSV or Parquet file of a result as a query of the database. Columns are found by name: those
 * that a newer version added are passed over, those that an older version did not have are null.
 * All values are text.
 */
final class SourceFile {

  /** Longer than the longest row of a large file, in bytes. */
  private static final long LONGEST_LINE = 16_000_000;

  /** What the database takes by itself. */
  private static final long USUAL_LINE = 2_000_000;

  private SourceFile() {}

  /**
   * The query.
   *
   * @param needed columns without which the file is refused
   * @param optional columns that may be missing
   */
  static String query(Path file, List<String> needed, List<String> optional) {
    boolean parquet = file.toString().endsWith(".parquet");
    List<String> found = parquet ? List.of() : header(file);
    if (!parquet && !found.containsAll(needed)) {
      throw UserException.of(
          file + ":1", "the columns " + String.join(", ", needed), String.join(", ", found));
    }
    String columns =
        Stream.concat(needed.stream(), optional.stream())
            .map(
                name ->
                    parquet || found.contains(name)
                        ? "CAST(" + Sql.name(name) + " AS VARCHAR) AS " + Sql.name(name)
                        : "CAST(NULL AS VARCHAR) AS " + Sql.name(name))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM %s"
        .formatted(
            columns,
            parquet ? "read_parquet(" + Sql.text(file.toString()) + ")" : csv(file, found));
  }

  /**
   * The reader keeps several buffers, so they are no longer than the file needs. It reads texts of
   * more than one line in one thread, since several threads cannot.
   */
  private static String csv(Path file, List<String> columns) {
    long line = Math.max(USUAL_LINE, Math.min(LONGEST_LINE, size(file) + 1));
    return """
    read_csv(%s, header = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
      comment = '', parallel = %s, max_line_size = %s, buffer_size = %s, columns = {%s})\
    """
        .formatted(
            Sql.text(file.toString()),
            !hasLongRows(file),
            line,
            2 * line,
            columns.stream()
                .map(column -> Sql.text(column) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ")));
  }

  /**
   * Whether some row of a file has more than one line. The database would drop a last row that is
   * cut inside quotes without a word, so such a file is refused here.
   */
  private static boolean hasLongRows(Path file) {
    boolean hasLongRows = false;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = new byte[1 << 20];
      boolean isQuoted = false;
      for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
        for (int i = 0; i < count; i++) {
          isQuoted ^= bytes[i] == '"';
          hasLongRows |= isQuoted && bytes[i] == '\n';
        }
      }
      if (isQuoted) {
        throw UserException.of(
            file.toString(), "a closing quote", "the end of the file; it is cut or damaged");
      }
    } catch (IOException e) {
      throw UserException.of(file.toString(), e);
    }
    return hasLongRows;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw UserException.of(file.toString(), e);
    }
  }

  /** The columns of a CSV file. */
  static List<String> header(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      if (line == null || line.isEmpty()) {
        throw UserException.of(file.toString(), "a header with names of columns", "nothing");
      }
      String names = line.charAt(0) == '\uFEFF' ? line.substring(1) : line;
      return Arrays.stream(names.split(",", -1)).map(name -> name.replace("\"", "")).toList();
    } catch (IOException e) {
      throw UserException.of(file.toString(), e);
    }
  }
}
