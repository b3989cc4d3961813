package org.immunospan.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunospan.tables.TablesConfig.Format;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetResultTest {

  private static final List<String> NAMES = List.of("spans", "documents", "markers");

  @TempDir private Path folder;

  /** A folder with the result for the demonstration in CSV, and one with the same in Parquet. */
  private List<Path> both() throws IOException {
    Path csv = Files.createDirectory(folder.resolve("csv"));
    Path parquet = Files.createDirectory(folder.resolve("parquet"));
    for (String name : NAMES) {
      Files.copy(
          Path.of("src/test/resources/golden/product", name + ".csv"), csv.resolve(name + ".csv"));
    }
    ParquetResult.write(csv);
    for (String name : NAMES) {
      Files.move(csv.resolve(name + ".parquet"), parquet.resolve(name + ".parquet"));
    }
    return List.of(csv, parquet);
  }

  private static List<String> rows(String query, String types) {
    List<String> rows = new ArrayList<>();
    try (Database database = Database.open(Optional.empty())) {
      database.readAll(
          query,
          result -> {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
              StringBuilder row = new StringBuilder();
              for (int i = 1; i <= columns; i++) {
                String value = result.getString(i);
                boolean isNumber =
                    types.contains("," + result.getMetaData().getColumnName(i) + ",");
                row.append(
                        isNumber && value != null
                            ? Double.toString(Double.parseDouble(value))
                            : value)
                    .append('|');
              }
              rows.add(row.toString());
            }
          });
    }
    return rows;
  }

  @Test
  void rows_columns_and_their_order_are_those_of_the_csv() throws IOException {
    List<Path> both = both();
    String numbers = ",begin,end,sentence,year,score,link_score,";

    for (String name : NAMES) {
      String csv = both.get(0).resolve(name + ".csv").toString();
      String parquet = both.get(1).resolve(name + ".parquet").toString();
      List<String> expected =
          rows(
              "SELECT * FROM read_csv("
                  + Sql.text(csv)
                  + ", all_varchar = true, parallel = false, strict_mode = true, quote = '\"', escape = '\"')",
              numbers);
      assertThat(expected).hasSizeGreaterThan(40);
      assertThat(rows("SELECT * FROM read_parquet(" + Sql.text(parquet) + ")", numbers))
          .isEqualTo(expected);
      for (String column :
          rows("DESCRIBE SELECT * FROM read_parquet(" + Sql.text(parquet) + ")", "")) {
        String[] parts = column.split("\\|", -1);
        assertThat(parts[1])
            .as(parts[0])
            .isEqualTo(
                parts[0].endsWith("score")
                    ? "DOUBLE"
                    : numbers.contains("," + parts[0] + ",") ? "INTEGER" : "VARCHAR");
      }
    }
  }

  @Test
  void tables_of_both_are_the_same() throws IOException {
    List<Path> both = both();
    for (Path run : both) {
      Tables.make(
          new TablesConfig(
              List.of(run),
              folder.resolve(run.getFileName() + "-tables"),
              false,
              TableFilters.NONE,
              Format.CSV,
              false,
              Optional.empty(),
              false,
              2,
              "500MB",
              2));
    }

    for (TableCatalog.Table table : TableCatalog.shipped().tables()) {
      assertThat(folder.resolve("parquet-tables").resolve(table.name() + ".csv"))
          .hasSameBinaryContentAs(folder.resolve("csv-tables").resolve(table.name() + ".csv"));
    }
  }

  @Test
  void files_are_replaced_only_when_asked() throws IOException {
    Path result = both().get(1);

    ParquetResult.check(result, true);
    assertThatThrownBy(() -> ParquetResult.check(result, false))
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith(
            "spans.parquet: exists; choose another folder, or replace it with --overwrite");
  }
}
