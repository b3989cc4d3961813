package org.immunospan.format.csv;

import org.immunospan.text.Bibliography;
import org.immunospan.text.Document;

/**
 * The rows of documents.csv: one for each document, with the text that the offsets of spans.csv
 * count on and the SHA-256 of that text in UTF-8. Several publication types are joined by {@code
 * |}.
 */
public final class DocumentsCsv {

  private static final Object[] HEADER = {
    "doc_id",
    "title",
    "text",
    "year",
    "journal",
    "doi",
    "language",
    "publication_types",
    "sha256",
    "source_file"
  };

  private DocumentsCsv() {}

  /** The header line with its line end. */
  public static String header() {
    StringBuilder header = new StringBuilder();
    CsvDialect.append(header, HEADER);
    return header.toString();
  }

  /** Appends the row of one document. */
  public static void append(Document document, StringBuilder rows) {
    Bibliography bibliography = document.bibliography();
    CsvDialect.append(
        rows,
        document.id(),
        document.title(),
        document.text(),
        bibliography.year(),
        bibliography.journal(),
        bibliography.doi(),
        bibliography.language(),
        String.join("|", bibliography.publicationTypes()),
        document.sha256(),
        document.sourceFile());
  }
}
