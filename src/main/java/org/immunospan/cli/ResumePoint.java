package org.immunospan.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Where an interrupted run stopped: both CSV files are cut back to the documents both hold whole.
 */
final class ResumePoint {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private ResumePoint() {}

  /**
   * Cuts a record that was not written to its end off both files, and off spans.csv the rows of
   * documents that documents.csv does not hold; counts what is left into a tally.
   *
   * @return how many documents are complete
   */
  static long restore(Path folder, Tally tally) throws IOException {
    Path documents = folder.resolve(RunFiles.DOCUMENTS);
    Path spans = folder.resolve(RunFiles.SPANS);
    truncate(documents, endOfLastRecord(documents));
    truncate(spans, endOfLastRecord(spans));
    long spansEnd = Files.size(spans);
    try (CSVParser documentRows = parser(documents);
        CSVParser spanRows = parser(spans)) {
      Iterator<CSVRecord> spanRow = spanRows.iterator();
      CSVRecord span = spanRow.hasNext() ? spanRow.next() : null;
      for (CSVRecord document : documentRows) {
        tally.addDocument();
        while (span != null && span.get("doc_id").equals(document.get("doc_id"))) {
          tally.addMention(span.get("type"), span.get("identifier"));
          span = spanRow.hasNext() ? spanRow.next() : null;
        }
      }
      if (span != null) {
        spansEnd = span.getBytePosition();
      }
    }
    truncate(spans, spansEnd);
    return tally.documents();
  }

  /** The offset behind the last line end outside quotes, which in RFC 4180 ends a record. */
  private static long endOfLastRecord(Path file) throws IOException {
    long end = 0;
    long position = 0;
    boolean quoted = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        position++;
        if (b == '"') {
          quoted = !quoted;
        } else if (b == '\n' && !quoted) {
          end = position;
        }
      }
    }
    return end;
  }

  private static CSVParser parser(Path file) throws IOException {
    return CSVParser.builder()
        .setReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))
        .setFormat(FORMAT)
        .setCharset(StandardCharsets.UTF_8)
        .setTrackBytes(true)
        .get();
  }

  private static void truncate(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }
}
