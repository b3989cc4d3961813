package org.immunospan.tables;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question in SQL to a result folder or to a folder of tables. Of a result the tables are {@code
 * spans}, {@code documents} and {@code markers} with the columns of their files; of a folder of
 * tables, all in its database. The database of a folder is only read.
 */
public final class Query {

  private Query() {}

  /**
   * The answer.
   *
   * @param columns their names
   * @param rows values as text; an unknown one is empty
   * @param isCut whether there are more rows
   */
  public record Answer(List<String> columns, List<List<String>> rows, boolean isCut) {
    public Answer {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * The first rows of an answer.
   *
   * @throws org.immunospan.text.UserException if the folder is not a result or the query is wrong
   */
  public static Answer ask(Path folder, String sql, int limit) {
    try (Database database = open(folder)) {
      List<String> columns = new ArrayList<>();
      List<List<String>> rows = new ArrayList<>();
      boolean[] isCut = new boolean[1];
      database.readAll(
          sql,
          result -> {
            ResultSetMetaData meta = result.getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
              columns.add(meta.getColumnLabel(i));
            }
            while (result.next()) {
              if (rows.size() == limit) {
                isCut[0] = true;
                return;
              }
              List<String> row = new ArrayList<>();
              for (int i = 1; i <= columns.size(); i++) {
                String value = result.getString(i);
                row.add(value == null ? "" : value);
              }
              rows.add(row);
            }
          });
      return new Answer(columns, rows, isCut[0]);
    }
  }

  /** Writes the whole answer as CSV in the dialect of spans.csv. */
  public static void writeCsv(Path folder, String sql, Writer out) throws IOException {
    Path file = Files.createTempFile("immunospan-query", ".csv");
    try (Database database = open(folder)) {
      String query = sql.strip().replaceFirst(";$", "");
      database.run(
          "COPY (%s) TO %s (FORMAT csv, HEADER)".formatted(query, Sql.text(file.toString())));
      try (Reader lines = Files.newBufferedReader(file)) {
        lines.transferTo(out);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Database open(Path folder) {
    Path file = folder.resolve(Tables.DATABASE);
    boolean hasTables = Files.isRegularFile(file);
    List<RunFolder> runs = hasTables ? List.of() : RunFolder.of(List.of(folder));
    Database database = Database.open(Optional.empty());
    if (hasTables) {
      database.run("ATTACH " + Sql.text(file.toString()) + " AS tables (READ_ONLY); USE tables;");
    } else {
      Sources.open(database, runs);
      Sources.openTyped(database);
    }
    return database;
  }
}
