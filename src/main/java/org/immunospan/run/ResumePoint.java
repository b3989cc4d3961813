package org.immunospan.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.function.Consumer;
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
   * Cuts a record that was not written to its end off all files, and off spans.csv and markers.csv
   * the rows of documents that documents.csv does not hold; counts what is left into a tally.
   *
   * @return the checksum of the documents that are complete, as {@link DocumentChecksum} has it
   */
  static long restore(Path folder, Tally tally) throws IOException {
    Path documents = folder.resolve(RunFiles.DOCUMENTS);
    truncate(documents, endOfLastRecord(documents));
    cutBack(folder.resolve(RunFiles.SPANS), documents, tally::addMention);
    cutBack(folder.resolve(RunFiles.MARKERS), documents, row -> {});
    DocumentChecksum checksum = new DocumentChecksum();
    try (CSVParser rows = parser(documents)) {
      for (CSVRecord row : rows) {
        tally.addDocument();
        checksum.add(row.get("doc_id"), row.get("text"));
      }
    }
    return checksum.value();
  }

  /** Cuts off rows of documents that are not complete; hands over those that stay. */
  private static void cutBack(Path file, Path documents, Consumer<CSVRecord> kept)
      throws IOException {
    truncate(file, endOfLastRecord(file));
    long end = Files.size(file);
    try (CSVParser documentRows = parser(documents);
        CSVParser rows = parser(file)) {
      Iterator<CSVRecord> iterator = rows.iterator();
      CSVRecord row = iterator.hasNext() ? iterator.next() : null;
      for (CSVRecord document : documentRows) {
        while (row != null && row.get("doc_id").equals(document.get("doc_id"))) {
          kept.accept(row);
          row = iterator.hasNext() ? iterator.next() : null;
        }
      }
      if (row != null) {
        end = row.getBytePosition();
      }
    }
    truncate(file, end);
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
