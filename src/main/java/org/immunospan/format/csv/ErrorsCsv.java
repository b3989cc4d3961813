package org.immunospan.format.csv;

/** The rows of errors.csv: one for each document or file that could not be read. */
public final class ErrorsCsv {

  private static final Object[] HEADER = {"source_file", "place", "doc_id", "message"};

  private ErrorsCsv() {}

  /** The header line with its line end. */
  public static String header() {
    StringBuilder header = new StringBuilder();
    CsvDialect.append(header, HEADER);
    return header.toString();
  }

  /** Appends the row of one fault. */
  public static void append(
      String sourceFile, String place, String docId, String message, StringBuilder rows) {
    CsvDialect.append(rows, sourceFile, place, docId, message);
  }
}
