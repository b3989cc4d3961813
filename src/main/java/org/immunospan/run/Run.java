package org.immunospan.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import org.immunospan.format.Inputs;
import org.immunospan.format.csv.DocumentsCsv;
import org.immunospan.format.csv.MarkersCsv;
import org.immunospan.format.csv.SpansCsv;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.UserException;
import org.immunospan.uima.Pipeline;
import org.immunospan.uima.PipelineException;

/**
 * One run, from files to a folder of results. The same inputs give the same CSV files, whatever the
 * number of threads and however often the run was interrupted and resumed. A document that cannot
 * be annotated is named in errors.csv, and the run goes on. Made for one use, by one thread.
 */
public final class Run {

  private final RunConfig config;
  private final InputStream stdin;
  private final PrintStream out;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private final Tally tally = new Tally();
  private final SpansCsv spansCsv;
  private final MarkersCsv markersCsv;
  private List<DocumentWriter> writers = List.of();

  /**
   * @param stdin read only where the inputs name it
   * @param messages for the user
   * @param terminal whether the messages go to a terminal, which shows progress
   */
  public Run(RunConfig config, InputStream stdin, PrintStream messages, boolean terminal) {
    this.config = config;
    this.stdin = stdin;
    this.out = messages;
    this.terminal = terminal;
    this.spansCsv = new SpansCsv(config.offsets());
    this.markersCsv = new MarkersCsv(config.offsets());
  }

  /** Has the results written in other formats as well; a stream gets the only one of them. */
  public Run alsoIn(List<DocumentWriter> formats) {
    writers = List.copyOf(formats);
    return this;
  }

  /**
   * Writes all files of a run to a folder.
   *
   * @return the exit code
   * @throws UserException if the inputs cannot be found, a model cannot be read, or the folder
   *     cannot be used
   */
  public int toFolder(Path path, Existing existing) {
    Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Inputs inputs = Inputs.open(config.inputs(), config.format(), stdin);
    try (OutputFolder folder = OutputFolder.open(path, existing)) {
      Exports.check(writers, path, existing == Existing.OVERWRITE);
      if (existing == Existing.RESUME && folder.isComplete()) {
        out.println(path + ": the run is complete, there is nothing to resume");
        return folder.hasErrors() ? ExitCode.SOME_UNREADABLE : ExitCode.COMPLETE;
      }
      try (Pipeline pipeline = Pipeline.of(config.pipeline())) {
        RunReport settings = RunReport.settings(config, pipeline.resources());
        ResumePoint done =
            existing == Existing.RESUME ? folder.restore(settings, tally) : folder.begin(settings);
        double seconds;
        try (RunOutput output = RunOutput.toFolder(path);
            Exports exports = Exports.toFolder(writers, path);
            Messages messages = messages(inputs, path.toString(), true)) {
          annotate(inputs, pipeline, done, output, exports, messages);
          seconds = messages.seconds();
        }
        folder.complete(settings.completed(started, seconds, tally));
      }
    } catch (IOException e) {
      throw RunOutput.fault(path.toString(), e);
    }
    return tally.exitCode();
  }

  /** Writes spans alone, or one format, to a stream, which it closes. Returns the exit code. */
  public int toStream(OutputStream stream) {
    Inputs inputs = Inputs.open(config.inputs(), config.format(), stdin);
    try (Pipeline pipeline = Pipeline.of(config.pipeline());
        RunOutput output =
            RunOutput.toStream(writers.isEmpty() ? stream : OutputStream.nullOutputStream());
        Exports exports =
            writers.isEmpty()
                ? Exports.toFolder(writers, Path.of(""))
                : Exports.toStream(writers.get(0), stream);
        Messages messages = messages(inputs, "standard output", false)) {
      annotate(inputs, pipeline, ResumePoint.none(), output, exports, messages);
    } catch (IOException e) {
      throw RunOutput.fault("standard output", e);
    }
    return tally.exitCode();
  }

  /** Opens the inputs, leaves out duplicates, annotates in order on several threads, writes. */
  private void annotate(
      Inputs inputs,
      Pipeline pipeline,
      ResumePoint done,
      RunOutput output,
      Exports exports,
      Messages messages)
      throws IOException {
    try (inputs;
        Annotating<Item, Item> annotating =
            new Annotating<>(
                config.threads(),
                item -> annotate(item, pipeline),
                this::setAside,
                Annotating.LIMIT)) {
      Iterator<Item> documents = new Selection(inputs.iterator(), done, tally);
      Iterator<List<Item>> results = annotating.inOrder(documents);
      while (results.hasNext()) {
        List<Item> items = results.next();
        write(items, output, messages);
        export(items, exports);
        messages.progress();
      }
      done.checkEnd();
      tally.add(inputs.summary());
      messages.summary();
      exports.complete(out);
    }
  }

  private static void export(List<Item> items, Exports exports) throws IOException {
    for (Item item : items) {
      if (item instanceof Item.Rows rows) {
        exports.write(MarkedDocument.of(rows.annotated()));
      }
    }
  }

  private Item annotate(Item item, Pipeline pipeline) {
    if (!(item instanceof Item.Read read)) {
      return item;
    }
    Document document = read.document();
    try {
      return rows(config.select(pipeline.annotate(document)));
    } catch (PipelineException e) {
      return new Item.Failed(Failures.of(document, e), documentRow(document));
    }
  }

  private Item.Rows rows(AnnotatedDocument annotated) {
    StringBuilder spans = new StringBuilder();
    spansCsv.append(annotated, spans);
    StringBuilder markers = new StringBuilder();
    markersCsv.append(annotated, markers);
    return new Item.Rows(
        annotated, spans.toString(), markers.toString(), documentRow(annotated.document()));
  }

  private static String documentRow(Document document) {
    StringBuilder row = new StringBuilder();
    DocumentsCsv.append(document, row);
    return row.toString();
  }

  private Item setAside(Item item) {
    Document document = ((Item.Read) item).document();
    return new Item.Failed(
        Failures.tooSlow(document, Annotating.LIMIT.toSeconds()), documentRow(document));
  }

  private void write(List<Item> items, RunOutput output, Messages messages) {
    StringBuilder spans = new StringBuilder();
    StringBuilder markers = new StringBuilder();
    StringBuilder documents = new StringBuilder();
    for (Item item : items) {
      if (item instanceof Item.Rows rows) {
        spans.append(rows.spans());
        markers.append(rows.markers());
        documents.append(rows.documents());
        tally.add(rows.annotated());
      } else if (item instanceof Item.Failed failed) {
        output.writeError(failed.error());
        documents.append(failed.documents());
        tally.addFailed();
        messages.error(failed.error());
      } else if (item instanceof Item.Skipped skipped) {
        if (output.keepFailure(skipped.document())) {
          tally.addError();
        }
      } else if (item instanceof Item.Fault fault) {
        output.writeError(fault.error());
        tally.addError();
        messages.error(fault.error());
      } else if (item instanceof Item.LeftOut leftOut) {
        tally.addLeftOut(leftOut.sourceFile());
        messages.leftOut(leftOut.sourceFile(), leftOut.reason());
      } else if (item instanceof Item.Finished finished) {
        tally.addFile(finished.file());
      }
    }
    output.write(spans.toString(), markers.toString(), documents.toString());
  }

  private Messages messages(Inputs inputs, String destination, boolean isResumable) {
    long totalBytes = inputs.totalBytes();
    return new Messages(
        out,
        terminal,
        tally,
        destination,
        isResumable,
        start,
        () -> totalBytes > 0 ? (double) inputs.bytesRead() / totalBytes : Double.NaN);
  }
}
