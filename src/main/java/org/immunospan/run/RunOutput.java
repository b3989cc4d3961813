package org.immunospan.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.immunospan.write.DocumentsCsv;
import org.immunospan.write.ErrorsCsv;
import org.immunospan.write.MarkersCsv;
import org.immunospan.write.SpansCsv;

/**
 * The CSV files of a run. Rows of spans and markers reach the disk before the rows of their
 * documents, so that a document in documents.csv is complete, which {@link ResumePoint} relies on.
 * One thread.
 */
final class RunOutput implements AutoCloseable {

  private final OutputStream spans;
  private final OutputStream markers;
  private final OutputStream documents;
  private final OutputStream errors;

  private RunOutput(
      OutputStream spans, OutputStream markers, OutputStream documents, OutputStream errors) {
    this.spans = spans;
    this.markers = markers;
    this.documents = documents;
    this.errors = errors;
  }

  /** Writes new files with their headers. */
  static RunOutput create(Path folder) throws IOException {
    RunOutput output =
        new RunOutput(
            open(folder, RunFiles.SPANS),
            open(folder, RunFiles.MARKERS),
            open(folder, RunFiles.DOCUMENTS),
            open(folder, RunFiles.ERRORS));
    output.write(SpansCsv.header(), MarkersCsv.header(), DocumentsCsv.header());
    output.writeErrors(ErrorsCsv.header());
    return output;
  }

  /** Appends to spans.csv and documents.csv; errors.csv is written anew. */
  static RunOutput resume(Path folder) throws IOException {
    RunOutput output =
        new RunOutput(
            open(folder, RunFiles.SPANS, StandardOpenOption.APPEND),
            open(folder, RunFiles.MARKERS, StandardOpenOption.APPEND),
            open(folder, RunFiles.DOCUMENTS, StandardOpenOption.APPEND),
            open(folder, RunFiles.ERRORS));
    output.write(
        headerIfEmpty(folder, RunFiles.SPANS, SpansCsv.header()),
        headerIfEmpty(folder, RunFiles.MARKERS, MarkersCsv.header()),
        headerIfEmpty(folder, RunFiles.DOCUMENTS, DocumentsCsv.header()));
    output.writeErrors(ErrorsCsv.header());
    return output;
  }

  /** Writes spans alone. */
  static RunOutput toStream(OutputStream spans) {
    RunOutput output =
        new RunOutput(
            spans,
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream());
    output.write(SpansCsv.header(), "", "");
    return output;
  }

  void write(String spanRows, String markerRows, String documentRows) {
    writeTo(spans, spanRows);
    writeTo(markers, markerRows);
    writeTo(documents, documentRows);
  }

  void writeErrors(String rows) {
    writeTo(errors, rows);
  }

  @Override
  public void close() throws IOException {
    spans.close();
    markers.close();
    documents.close();
    errors.close();
  }

  private static String headerIfEmpty(Path folder, String file, String header) throws IOException {
    return Files.size(folder.resolve(file)) == 0 ? header : "";
  }

  private static void writeTo(OutputStream stream, String rows) {
    try {
      stream.write(rows.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the result cannot be written", e);
    }
  }

  private static OutputStream open(Path folder, String file, OpenOption... options)
      throws IOException {
    return Files.newOutputStream(folder.resolve(file), options);
  }
}
