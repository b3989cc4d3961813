package org.immunospan.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.immunospan.format.csv.DocumentsCsv;
import org.immunospan.format.csv.MarkersCsv;
import org.immunospan.format.csv.SpansCsv;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Document;
import org.immunospan.text.UserException;

/**
 * The CSV files of a run. Rows of errors, spans and markers reach the disk before the rows of their
 * documents, so that a document in documents.csv is complete, which {@link ResumePoint} relies on.
 * One thread.
 */
final class RunOutput implements AutoCloseable {

  private final OutputStream spans;
  private final OutputStream markers;
  private final OutputStream documents;
  private final ErrorLog errors;
  private final String destination;

  private RunOutput(
      OutputStream spans,
      OutputStream markers,
      OutputStream documents,
      ErrorLog errors,
      String destination) {
    this.spans = spans;
    this.markers = markers;
    this.documents = documents;
    this.errors = errors;
    this.destination = destination;
  }

  /** Appends to the files of a folder; headers only where a file is empty. */
  static RunOutput toFolder(Path folder) throws IOException {
    RunOutput output =
        new RunOutput(
            open(folder, RunFiles.SPANS),
            open(folder, RunFiles.MARKERS),
            open(folder, RunFiles.DOCUMENTS),
            ErrorLog.open(folder.resolve(RunFiles.ERRORS)),
            folder.toString());
    output.write(
        headerIfEmpty(folder, RunFiles.SPANS, SpansCsv.header()),
        headerIfEmpty(folder, RunFiles.MARKERS, MarkersCsv.header()),
        headerIfEmpty(folder, RunFiles.DOCUMENTS, DocumentsCsv.header()));
    return output;
  }

  /** Writes spans alone. */
  static RunOutput toStream(OutputStream spans) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    RunOutput output = new RunOutput(spans, nowhere, nowhere, ErrorLog.none(), "standard output");
    output.write(SpansCsv.header(), "", "");
    return output;
  }

  void write(String spanRows, String markerRows, String documentRows) {
    try {
      write(spans, spanRows);
      write(markers, markerRows);
      write(documents, documentRows);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  void writeError(ReadError error) {
    try {
      errors.add(error);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** As {@link ErrorLog#keepFailure}. */
  boolean keepFailure(Document document) {
    return errors.keepFailure(document);
  }

  @Override
  public void close() {
    try (spans;
        markers;
        documents;
        errors) {
      // Each is closed, also when another fails.
      spans.flush();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private UserException fault(IOException e) {
    return fault(destination, e);
  }

  /** Says what the user can do when results cannot be written. */
  static UserException fault(String destination, IOException e) {
    return UserException.isOutOfSpace(e)
        ? new UserException(
            destination + ": no space left on the disk; free some and resume with --resume", e)
        : new UserException(
            destination + ": the results cannot be written: " + UserException.reason(e), e);
  }

  private static String headerIfEmpty(Path folder, String file, String header) throws IOException {
    return Files.size(folder.resolve(file)) == 0 ? header : "";
  }

  private static void write(OutputStream stream, String rows) throws IOException {
    stream.write(rows.getBytes(StandardCharsets.UTF_8));
    stream.flush();
  }

  private static OutputStream open(Path folder, String file) throws IOException {
    return Files.newOutputStream(
        folder.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
