package org.immunospan.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.immunospan.format.csv.CsvTable;
import org.immunospan.text.Document;
import org.immunospan.text.UserException;

/**
 * Where an interrupted run stopped. The files are cut back to the documents that all of them hold
 * whole; the run that goes on must meet these documents first, with the same texts. One thread.
 */
final class ResumePoint {

  private final DocumentChecksum done = new DocumentChecksum();
  private final DocumentChecksum met = new DocumentChecksum();
  private long toSkip;

  private ResumePoint() {}

  /** Of a run that begins: nothing is to be skipped. */
  static ResumePoint none() {
    return new ResumePoint();
  }

  /**
   * Cuts a record that was not written to its end off all files, and off spans.csv and markers.csv
   * the rows of documents that documents.csv does not hold; counts what is left.
   */
  static ResumePoint restore(Path folder, Tally tally) throws IOException {
    Path documents = folder.resolve(RunFiles.DOCUMENTS);
    truncate(documents, endOfLastRecord(documents));
    cutBack(folder.resolve(RunFiles.SPANS), documents, tally::addMention);
    cutBack(folder.resolve(RunFiles.MARKERS), documents, row -> {});
    ResumePoint point = new ResumePoint();
    try (CsvTable rows = CsvTable.open(documents)) {
      for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
        tally.addDocumentBefore();
        point.toSkip++;
        point.done.add(row.get("doc_id"), row.get("text"));
      }
    }
    return point;
  }

  /**
   * Whether the interrupted run has done a document.
   *
   * @throws UserException when the documents that it has done are not those met here
   */
  boolean skips(Document document) {
    if (toSkip == 0) {
      return false;
    }
    met.add(document.id(), document.text());
    toSkip--;
    if (toSkip == 0 && met.value() != done.value()) {
      throw inputChanged();
    }
    return true;
  }

  /**
   * Call it after the last document.
   *
   * @throws UserException when the interrupted run has done documents that did not come
   */
  void checkEnd() {
    if (toSkip > 0) {
      throw inputChanged();
    }
  }

  private static UserException inputChanged() {
    return new UserException(
        "--resume: the input does not begin with the documents of the interrupted run; start again"
            + " with --overwrite");
  }

  /** The whole rows of a file, each with its line end. */
  static List<String> wholeRows(byte[] content) {
    List<String> rows = new ArrayList<>();
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '"') {
        quoted = !quoted;
      } else if (content[i] == '\n' && !quoted) {
        rows.add(new String(content, begin, i + 1 - begin, StandardCharsets.UTF_8));
        begin = i + 1;
      }
    }
    return rows;
  }

  /** Cuts off rows of documents that are not complete; hands over those that stay. */
  private static void cutBack(Path file, Path documents, Consumer<CsvTable.Row> kept)
      throws IOException {
    truncate(file, endOfLastRecord(file));
    long end = Files.size(file);
    try (CsvTable documentRows = CsvTable.open(documents);
        CsvTable rows = CsvTable.open(file)) {
      CsvTable.Row document = documentRows.next();
      CsvTable.Row row = rows.next();
      while (document != null) {
        while (row != null && row.get("doc_id").equals(document.get("doc_id"))) {
          kept.accept(row);
          row = rows.next();
        }
        document = documentRows.next();
      }
      if (row != null) {
        end = row.bytePosition();
      }
    }
    truncate(file, end);
  }

  /** The offset after the last line end outside quotes, which in RFC 4180 ends a record. */
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

  private static void truncate(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }
}
