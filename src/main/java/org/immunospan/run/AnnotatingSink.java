package org.immunospan.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.immunospan.read.DocumentSink;
import org.immunospan.read.InputFile;
import org.immunospan.read.Inputs;
import org.immunospan.read.ReadError;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.Quantity;
import org.immunospan.text.UserException;
import org.immunospan.uima.Pipeline;
import org.immunospan.write.DocumentsCsv;
import org.immunospan.write.ErrorsCsv;
import org.immunospan.write.MarkersCsv;
import org.immunospan.write.OffsetUnit;
import org.immunospan.write.SpansCsv;

/**
 * Takes what the readers find and writes what the annotators make of it, in the same order. A
 * second document with the identifier of an earlier one is left out: without a fault when the text
 * is the same, as where a folder holds one corpus in two formats. One thread reads and writes;
 * others annotate.
 */
final class AnnotatingSink implements DocumentSink, AutoCloseable {

  private static final int ERRORS_SHOWN = 5;
  private static final String INPUT_CHANGED =
      "--resume: the input does not begin with the documents of the interrupted run; start anew"
          + " without --resume";

  /** The rows of one document, made on the thread that annotated it. */
  private record Rows(
      AnnotatedDocument annotated, String spans, String markers, String documents) {}

  private final RunOutput output;
  private final SpansCsv spansCsv;
  private final MarkersCsv markersCsv;
  private final Tally tally;
  private final Progress progress;
  private final PrintStream messages;
  private final ParallelAnnotator<Rows> annotator;
  private final SeenDocuments seen = new SeenDocuments();
  private final List<InputFile> inputFiles = new ArrayList<>();
  private Inputs.Summary inputSummary;
  private final long doneChecksum;
  private final DocumentChecksum skipped = new DocumentChecksum();
  private long toSkip;
  private long documentsRead;
  private long errors;
  private long repeated;
  private Document firstRepeated;
  private final List<String> filesLeftOut = new ArrayList<>();

  /**
   * @param tally holds the counts of documents that an earlier run has done, which are skipped
   * @param doneChecksum of those documents, by which the input must begin
   */
  AnnotatingSink(
      Pipeline pipeline,
      int threads,
      OffsetUnit offsets,
      RunOutput output,
      Tally tally,
      long doneChecksum,
      Progress progress,
      PrintStream messages) {
    this.spansCsv = new SpansCsv(offsets);
    this.markersCsv = new MarkersCsv(offsets);
    this.output = output;
    this.tally = tally;
    this.toSkip = tally.documents();
    this.doneChecksum = doneChecksum;
    this.progress = progress;
    this.messages = messages;
    this.annotator = new ParallelAnnotator<>(pipeline, threads, this::rows, this::write);
  }

  @Override
  public void document(Document document) {
    documentsRead++;
    switch (seen.add(document.id(), document.text())) {
      case FIRST -> take(document);
      case SAME -> {
        repeated++;
        if (repeated == 1) {
          firstRepeated = document;
        }
      }
      case CONFLICT ->
          error(
              new ReadError(
                  document.sourceFile(),
                  "document " + documentsRead,
                  document.id(),
                  "found the identifier of an earlier document with another text; that one is"
                      + " kept"));
    }
  }

  private void take(Document document) {
    if (toSkip > 0) {
      skip(document);
    } else {
      annotator.submit(document);
    }
  }

  private void skip(Document document) {
    skipped.add(document.id(), document.text());
    toSkip--;
    if (toSkip == 0 && skipped.value() != doneChecksum) {
      throw new UserException(INPUT_CHANGED);
    }
  }

  @Override
  public void error(ReadError error) {
    errors++;
    StringBuilder row = new StringBuilder();
    ErrorsCsv.append(error.sourceFile(), error.place(), error.docId(), error.message(), row);
    output.writeErrors(row.toString());
    if (errors <= ERRORS_SHOWN) {
      progress.clear();
      messages.println("immunospan: " + error);
    }
  }

  @Override
  public void leftOut(String sourceFile, String reason) {
    filesLeftOut.add(sourceFile);
    progress.clear();
    messages.println("immunospan: " + sourceFile + ": left out: " + reason);
  }

  @Override
  public void finished(InputFile file) {
    inputFiles.add(file);
  }

  /** Writes the rest; call it after the last document. */
  void finish(Inputs.Summary summary) {
    if (toSkip > 0) {
      throw new UserException(INPUT_CHANGED);
    }
    inputSummary = summary;
    annotator.finish();
    progress.clear();
    if (repeated > 0) {
      messages.printf(
          Locale.ROOT,
          "immunospan: %s left out, whose text came before under the same identifier (%s in %s%s)%n",
          Quantity.of(repeated, "document"),
          firstRepeated.id(),
          firstRepeated.sourceFile(),
          repeated == 1 ? "" : ", for one");
    }
  }

  /** What the readers left out for good reason; known when all is read. */
  Inputs.Summary inputSummary() {
    return inputSummary;
  }

  List<InputFile> inputFiles() {
    return List.copyOf(inputFiles);
  }

  /** Files below a folder that are no documents. */
  List<String> filesLeftOut() {
    return List.copyOf(filesLeftOut);
  }

  /** Documents whose identifier and text came before. */
  long repeated() {
    return repeated;
  }

  long errors() {
    return errors;
  }

  int exitCode() {
    return errors == 0 ? ExitCode.COMPLETE : ExitCode.SOME_UNREADABLE;
  }

  /** The table that closes a run. */
  void printSummary(double seconds, String folder) {
    tally.table().forEach(messages::println);
    messages.printf(
        Locale.ROOT,
        "%s in %.1f s (%,.0f/s), written to %s%n",
        Quantity.of(tally.documents(), "document"),
        seconds,
        tally.documents() / seconds,
        folder);
    long leftOut = inputSummary.superseded() + inputSummary.deleted();
    if (leftOut > 0) {
      messages.printf(
          Locale.ROOT,
          "%s left out: PubMed has newer versions or deleted them%n",
          Quantity.of(leftOut, "record"));
    }
    if (errors > 0) {
      messages.printf(
          Locale.ROOT,
          "%s could not be read: see %s/%s%n",
          Quantity.of(errors, "place"),
          folder,
          RunFiles.ERRORS);
    }
  }

  @Override
  public void close() {
    annotator.close();
  }

  private Rows rows(AnnotatedDocument annotated) {
    StringBuilder spans = new StringBuilder();
    spansCsv.append(annotated, spans);
    StringBuilder markers = new StringBuilder();
    markersCsv.append(annotated, markers);
    StringBuilder documents = new StringBuilder();
    DocumentsCsv.append(annotated.document(), documents);
    return new Rows(annotated, spans.toString(), markers.toString(), documents.toString());
  }

  private void write(List<Rows> batch) {
    StringBuilder spans = new StringBuilder();
    StringBuilder markers = new StringBuilder();
    StringBuilder documents = new StringBuilder();
    for (Rows rows : batch) {
      spans.append(rows.spans());
      markers.append(rows.markers());
      documents.append(rows.documents());
      tally.add(rows.annotated());
    }
    output.write(spans.toString(), markers.toString(), documents.toString());
    progress.update(tally.documents());
  }
}
