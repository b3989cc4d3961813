package org.immunospan.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.lexicon.Table.Row;

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
    Map<String, List<Column>> columns = new HashMap<>();
    for (Row row : read("columns.tsv")) {
      columns
          .computeIfAbsent(row.get("table"), key -> new ArrayList<>())
          .add(new Column(row.get("column"), row.get("type"), row.get("description")));
    }
    return new TableCatalog(
        read("tables.tsv").stream()
            .map(
                row ->
                    new Table(
                        row.get("table"),
                        row.get("order_by"),
                        row.get("description"),
                        columns.get(row.get("table"))))
            .toList());
  }

  private static List<Row> read(String name) {
    try {
      return org.immunospan.lexicon.Table.ofResource(TableCatalog.class, name).rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
