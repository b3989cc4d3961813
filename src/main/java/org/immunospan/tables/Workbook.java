package org.immunospan.tables;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.immunospan.text.Quantity;

/**
 * All tables as the sheets of one Excel file. Texts are written as texts, so that a spreadsheet
 * turns no gene such as SEPT2 into a date, cuts no digit from an identifier and runs no formula.
 */
final class Workbook {

  /** The longest text that a cell of Excel takes. */
  private static final int LONGEST_TEXT = 32_767;

  private static final int ROWS_BETWEEN_FLUSHES = 5000;

  private Workbook() {}

  /**
   * Writes the file.
   *
   * @param mostRows rows of a sheet, without its header; further ones are left out
   * @return a note for each table that did not fit
   */
  static List<String> write(Database database, Path file, int mostRows) throws IOException {
    List<String> notes = new ArrayList<>();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        org.dhatim.fastexcel.Workbook workbook =
            new org.dhatim.fastexcel.Workbook(out, "immunospan", null)) {
      for (TableCatalog.Table table : TableCatalog.shipped().tables()) {
        long rows = database.number("SELECT count(*) FROM " + table.name());
        if (rows > mostRows) {
          notes.add(
              "%s has the first %s of %s, more than a sheet can hold"
                  .formatted(
                      file.getFileName(),
                      Quantity.of(mostRows, "row"),
                      table.name() + "'s " + rows));
        }
        write(database, table, workbook.newWorksheet(table.name()), mostRows);
      }
    }
    return notes;
  }

  private static void write(
      Database database, TableCatalog.Table table, Worksheet sheet, int mostRows)
      throws IOException {
    List<TableCatalog.Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      sheet.value(0, i, columns.get(i).name());
    }
    sheet.freezePane(0, 1);
    int[] number = new int[1];
    database.read(
        table.select() + " LIMIT " + mostRows,
        row -> {
          number[0]++;
          for (int i = 0; i < columns.size(); i++) {
            Object value = row.getObject(i + 1);
            if (value instanceof Number of) {
              sheet.value(number[0], i, of);
            } else if (value != null) {
              String text = value.toString();
              sheet.value(
                  number[0],
                  i,
                  text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
            }
          }
          if (number[0] % ROWS_BETWEEN_FLUSHES == 0) {
            flush(sheet);
          }
        });
    sheet.finish();
  }

  private static void flush(Worksheet sheet) {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
