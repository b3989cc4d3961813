package org.immunospan.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that are written, in order, with their columns. Read from {@code tables.tsv} and
 * {@code columns.tsv} next to this class. Immutable.
 */
public record TableCatalog(List<Table> tables) {

  /**
   * A table.
   *
   * @param orderBy SQL of a complete order of its rows
   */
  public record Table(String name, String orderBy, String description, List<Column> columns) {
    public Table {
      columns = List.copyOf(columns);
    }

    String select() {
      List<String> names = columns.stream().map(column -> Sql.name(column.name())).toList();
      return "SELECT " + String.join(", ", names) + " FROM " + name + " ORDER BY " + orderBy;
    }
  }

  /**
   * A column.
   *
   * @param type {@code string}, {@code integer} or {@code number}, as Frictionless Data has them
   */
  public record Column(String name, String type, String description) {}

  public TableCatalog {
    tables = List.copyOf(tables);
  }

  /** The catalogue of this program. */
  public static TableCatalog shipped() {
    List<String[]> columns = read("columns.tsv");
    List<Table> tables = new ArrayList<>();
    for (String[] table : read("tables.tsv")) {
      tables.add(
          new Table(
              table[0],
              table[1],
              table[2],
              columns.stream()
                  .filter(column -> column[0].equals(table[0]))
                  .map(column -> new Column(column[1], column[2], column[3]))
                  .toList()));
    }
    return new TableCatalog(tables);
  }

  /** The rows of a file in the program, without its header. */
  private static List<String[]> read(String name) {
    InputStream file = TableCatalog.class.getResourceAsStream(name);
    if (file == null) {
      throw new IllegalStateException(name + " is missing from the program");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
