package org.immunospan.format.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;

/** The one dialect of all CSV files: RFC 4180 with {@code \n} as the record separator. */
public final class CsvDialect {

  static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private CsvDialect() {}

  /** Appends one record; nulls and empty strings give empty cells. */
  public static void append(StringBuilder buffer, Object... cells) {
    try {
      FORMAT.printRecord(buffer, cells);
    } catch (IOException e) {
      throw new UncheckedIOException("a string buffer does not fail", e);
    }
  }
}
