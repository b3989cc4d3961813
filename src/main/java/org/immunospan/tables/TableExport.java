package org.immunospan.tables;

import java.nio.file.Path;
import org.immunospan.tables.TablesConfig.Format;

/** Writes tables as files. CSV is in the dialect of spans.csv: an empty cell means unknown. */
final class TableExport {

  private TableExport() {}

  /** Writes all tables of the catalogue into a folder. */
  static void write(Database database, Format format, Path folder) {
    for (TableCatalog.Table table : TableCatalog.shipped().tables()) {
      database.run(
          "COPY (%s) TO %s (%s)"
              .formatted(
                  table.select(),
                  Sql.text(folder.resolve(fileName(table.name(), format)).toString()),
                  format == Format.CSV ? "FORMAT csv, HEADER" : "FORMAT parquet"));
    }
  }

  static String fileName(String table, Format format) {
    return table + (format == Format.CSV ? ".csv" : ".parquet");
  }
}
