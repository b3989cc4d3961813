package org.immunospan.format.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.Source;
import org.immunospan.format.source.StrictReader;

/** The rows of a CSV file with a header, read by column name. Not thread-safe. */
public final class CsvTable implements Closeable {

  private static final CSVFormat FORMAT =
      CsvDialect.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final StrictReader reader;
  private final String sourceFile;

  private CsvTable(CSVParser parser, StrictReader reader, String sourceFile) {
    this.reader = reader;
    this.parser = parser;
    this.rows = parser.iterator();
    this.sourceFile = sourceFile;
  }

  /**
   * Opens a table and reads its header.
   *
   * @throws ReadFault when the header is not CSV or lacks a column
   */
  public static CsvTable open(Content content, String... required) throws IOException {
    return open(content, false, required);
  }

  /** Opens a file, compressed or not, and reads its header. Rows know their byte in the file. */
  public static CsvTable open(Path file, String... required) throws IOException {
    Source source = Source.of(List.of(file.toString())).get(0);
    Content content = Content.open(source, source.open(InputStream.nullInputStream()));
    return open(content, true, required);
  }

  /** Whether a header has columns that are separated by tabs, as TSV has it. */
  static boolean isSeparatedByTabs(String header) {
    return header.indexOf('\t') >= 0 && header.indexOf(',') < 0;
  }

  private static CsvTable open(Content content, boolean tracksBytes, String... required)
      throws IOException {
    StrictReader reader = content.reader();
    String header = content.head().lines().findFirst().orElse("");
    CSVFormat format =
        isSeparatedByTabs(header) ? FORMAT.builder().setDelimiter('\t').get() : FORMAT;
    try {
      CSVParser parser =
          CSVParser.builder()
              .setReader(reader)
              .setFormat(format)
              .setCharset(StandardCharsets.UTF_8)
              .setTrackBytes(tracksBytes)
              .get();
      CsvTable table = new CsvTable(parser, reader, content.sourceFile());
      table.require(required);
      return table;
    } catch (IllegalArgumentException e) {
      throw new ReadFault("line 1", "", "expected a header of CSV: " + e.getMessage());
    } catch (ReadFault fault) {
      throw fault;
    } catch (UncheckedIOException | IOException e) {
      throw fault(e, "line 1");
    }
  }

  /** Refuses a table that lacks a column. */
  public void require(String... columns) throws ReadFault {
    for (String column : columns) {
      if (!has(column)) {
        throw new ReadFault(
            "line 1", "", "expected a column %s, found %s".formatted(column, columns()));
      }
    }
  }

  public boolean has(String column) {
    return parser.getHeaderMap().containsKey(column);
  }

  public List<String> columns() {
    return parser.getHeaderNames();
  }

  /**
   * The next row, or null at the end.
   *
   * @throws ReadFault of extent {@code RECORD} for a row with too few or too many cells
   */
  public Row next() throws IOException {
    CSVRecord cells;
    try {
      if (!rows.hasNext()) {
        return null;
      }
      cells = rows.next();
    } catch (UncheckedIOException e) {
      throw fault(e, place());
    } catch (IllegalStateException e) {
      throw new ReadFault(place(), "", "expected CSV as in RFC 4180: " + e.getMessage());
    }
    for (String cell : cells) {
      if (cell.indexOf(StrictReader.DAMAGE) >= 0) {
        throw reader.takeFault().at(place());
      }
    }
    if (!cells.isConsistent()) {
      throw ReadFault.ofRecord(
          place(), "", "expected %s fields, found %s".formatted(columns().size(), cells.size()));
    }
    return new Row(cells, place(), sourceFile + ":" + parser.getCurrentLineNumber());
  }

  private String place() {
    return "line " + Math.max(1, parser.getCurrentLineNumber());
  }

  private static ReadFault fault(Exception e, String place) {
    ReadFault inner = ReadFault.within(e);
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    return inner != null
        ? inner
        : new ReadFault(place, "", "expected CSV as in RFC 4180: " + cause.getMessage());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /**
   * One row.
   *
   * @param place the line where it ends, for faults
   * @param filePlace file and line, for reports
   */
  public record Row(CSVRecord cells, String place, String filePlace) {

    /** The cell of a column; "" when the table has no such column. */
    public String get(String column) {
      return cells.isMapped(column) ? cells.get(column) : "";
    }

    /** Where the row begins, in bytes of a file that was opened by its path. */
    public long bytePosition() {
      return cells.getBytePosition();
    }

    /** The cell as a whole number. */
    public int number(String column) throws ReadFault {
      try {
        return Integer.parseInt(get(column));
      } catch (NumberFormatException e) {
        throw ReadFault.ofRecord(
            place, get("doc_id"), "expected an offset, found " + Quote.of(get(column)));
      }
    }
  }
}
