package org.immunospan.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.immunospan.format.csv.ErrorsCsv;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Document;

/**
 * The file errors.csv. A run that is resumed meets the faults of its inputs again, in the same
 * order: the rows that are there already are kept as long as the faults agree with them, so that
 * the file is the same as that of a run without interruption. One thread.
 */
final class ErrorLog implements AutoCloseable {

  private final FileChannel channel;
  private final OutputStream out;

  /** Rows of the interrupted run that have not come again yet. */
  private final Deque<String> before = new ArrayDeque<>();

  private long confirmed;

  private ErrorLog(FileChannel channel) {
    this.channel = channel;
    this.out =
        channel == null ? OutputStream.nullOutputStream() : Channels.newOutputStream(channel);
  }

  /** Takes rows and keeps none. */
  static ErrorLog none() {
    return new ErrorLog(null);
  }

  /** Goes on with a file that may be empty, absent, or cut within a row. */
  static ErrorLog open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    ErrorLog log = new ErrorLog(channel);
    for (String row : ResumePoint.wholeRows(Files.readAllBytes(file))) {
      log.before.add(row);
    }
    log.row(ErrorsCsv.header());
    return log;
  }

  /** Whether a file has rows after its header. */
  static boolean hasRows(Path file) throws IOException {
    return Files.size(file) > ErrorsCsv.header().length();
  }

  void add(ReadError error) throws IOException {
    row(toRow(error));
  }

  /**
   * Keeps the row of a document that the interrupted run could not annotate.
   *
   * @return whether there is such a row
   */
  boolean keepFailure(Document document) {
    String begin = toRow(Failures.of(document, "-"));
    begin = begin.substring(0, begin.lastIndexOf('-'));
    if (before.isEmpty() || !before.peek().startsWith(begin)) {
      return false;
    }
    confirm(before.remove());
    return true;
  }

  private void row(String row) throws IOException {
    if (row.equals(before.peek())) {
      confirm(before.remove());
      return;
    }
    if (channel != null) {
      before.clear();
      channel.truncate(confirmed);
      channel.position(confirmed);
    }
    out.write(row.getBytes(StandardCharsets.UTF_8));
    confirm(row);
  }

  private void confirm(String row) {
    confirmed += row.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String toRow(ReadError error) {
    StringBuilder row = new StringBuilder();
    ErrorsCsv.append(error.sourceFile(), error.place(), error.docId(), error.message(), row);
    return row.toString();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.truncate(confirmed);
      channel.close();
    }
  }
}
