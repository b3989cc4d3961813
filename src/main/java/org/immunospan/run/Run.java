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
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.immunospan.format.Inputs;
import org.immunospan.format.csv.DocumentsCsv;
import org.immunospan.format.csv.MarkersCsv;
import org.immunospan.format.csv.SpansCsv;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.UserException;
import org.immunospan.uima.PipelineConfig;

/**
 * One run, from files to a folder of results. The same inputs give the same CSV files, whatever the
 * number of threads and however often the run was interrupted and resumed. A document that cannot
 * be annotated is named in errors.csv, and the run goes on. Made for one use, by one thread.
 *
 * <p>The way of a document: {@link Inputs} reads it, {@link Selection} leaves it out when it is a
 * duplicate or was done before an interruption, {@link org.immunospan.uima.Pipeline} annotates it
 * on one of several threads, {@link SpansCsv} makes rows of its mentions, and {@link RunOutput}
 * writes them in the order of the input.
 */
public final class Run {

  private final RunConfig config;
  private final InputStream stdin;
  private final PrintStream out;
  private final Display display;
  private final long start = System.nanoTime();
  private final Tally tally = new Tally();
  private final Function<PipelineConfig, Annotator> annotators;
  private final PartsOutput.Size partSize;
  private final SpansCsv spansCsv;
  private final MarkersCsv markersCsv;
  private List<DocumentWriter> writers = List.of();

  /**
   * @param stdin read only where the inputs name it
   * @param messages for the user
   */
  public Run(RunConfig config, InputStream stdin, PrintStream messages, Display display) {
    this(config, stdin, messages, display, Annotator::of, PartsOutput.Size.USUAL);
  }

  Run(
      RunConfig config,
      InputStream stdin,
      PrintStream messages,
      Display display,
      Function<PipelineConfig, Annotator> annotators,
      PartsOutput.Size partSize) {
    this.annotators = annotators;
    this.partSize = partSize;
    this.config = config;
    this.stdin = stdin;
    this.out = messages;
    this.display = display;
    this.spansCsv = new SpansCsv(config.offsets());
    this.markersCsv = new MarkersCsv(config.offsets());
  }

  /** Also writes the results in other formats; a stream takes exactly one. */
  public Run alsoIn(List<DocumentWriter> formats) {
    writers = List.copyOf(formats);
    return this;
  }

  /**
   * Writes all files of a run to a folder.
   *
   * @param keepsParts whether the results stay there in parts, too
   * @return the exit code
   * @throws UserException if the inputs cannot be found, a model cannot be read, or the folder
   *     cannot be used
   */
  public int toFolder(Path path, Existing existing, boolean keepsParts) {
    Inputs inputs = open();
    try (inputs;
        OutputFolder folder = OutputFolder.open(path, existing)) {
      Exports.check(writers, path, existing == Existing.OVERWRITE);
      if (existing == Existing.RESUME && folder.isComplete()) {
        out.println(path + ": the run is complete, there is nothing to resume");
        return folder.hasErrors() ? ExitCode.SOME_UNREADABLE : ExitCode.COMPLETE;
      }
      return write(inputs, folder, path, existing, keepsParts);
    } catch (IOException e) {
      throw RunOutput.fault(path.toString(), e);
    }
  }

  /**
   * Adds to the complete result in a folder, which becomes that of one run over its inputs and
   * those of this run; its inputs are not read again.
   *
   * @return the exit code
   * @throws UserException as {@link #toFolder}, and if the result is of other settings
   */
  public int addTo(Path path, Existing existing) {
    Inputs inputs = open();
    try (inputs;
        OutputFolder folder = OutputFolder.ofResult(path, existing)) {
      return write(inputs, folder, path, existing, false);
    } catch (IOException e) {
      throw RunOutput.fault(path.toString(), e);
    }
  }

  private int write(
      Inputs inputs, OutputFolder folder, Path path, Existing existing, boolean keepsParts)
      throws IOException {
    Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    try (Annotator annotator = annotators.apply(config.pipeline())) {
      RunReport settings =
          RunReport.settings(config, annotator.resources()).withInputsBefore(folder.inputsBefore());
      Parts parts = existing == Existing.RESUME ? folder.restore(settings) : folder.begin(settings);
      ResumePoint done = ResumePoint.after(parts, tally);
      Messages messages = messages(inputs, path.toString(), true);
      try (Interruption interruption = new Interruption(messages::sayHowToGoOn);
          Catalogue catalogue = folder.catalogue(done, messages::checked);
          Exports exports = Exports.toFolder(writers, path);
          RunOutput output = new ExportingOutput(new PartsOutput(parts, partSize), exports)) {
        Iterator<Item> items =
            new Selection(
                inputs.iterator(catalogue),
                done,
                () -> folder.addTo(done.seen(), catalogue, inputs));
        annotate(items, annotator, output, messages, interruption::isRequested);
        if (interruption.isRequested()) {
          return ExitCode.INTERRUPTED;
        }
        done.checkEnd();
        exports.complete(out);
        tally.add(inputs.summary());
        if (!inputs.isCatalogued()) {
          catalogue.empty();
        }
        folder.complete(
            folder.join(parts, catalogue, inputs, tally),
            catalogue,
            () -> settings.completed(started, messages.seconds(), tally),
            keepsParts);
        messages.completed();
      }
      messages.summary();
    }
    return tally.exitCode();
  }

  /** Writes spans alone, or one format, to a stream, which it closes. Returns the exit code. */
  public int toStream(OutputStream stream) {
    Inputs inputs = open();
    Messages messages = messages(inputs, "standard output", false);
    try (inputs;
        Annotator annotator = annotators.apply(config.pipeline());
        Exports exports = Exports.toStream(writers, stream);
        RunOutput output =
            new ExportingOutput(
                new StreamOutput(writers.isEmpty() ? stream : OutputStream.nullOutputStream()),
                exports)) {
      Iterator<Item> items =
          new Selection(inputs.iterator(), ResumePoint.none(), SeenDocuments::new);
      annotate(items, annotator, output, messages, () -> false);
      exports.complete(out);
      tally.add(inputs.summary());
      messages.summary();
    } catch (IOException e) {
      throw RunOutput.fault("standard output", e);
    }
    return tally.exitCode();
  }

  /** Annotates on several threads, and writes in order. */
  private void annotate(
      Iterator<Item> items,
      Annotator annotator,
      RunOutput output,
      Messages messages,
      BooleanSupplier isInterrupted)
      throws IOException {
    try (Annotating<Item, Item> annotating =
        new Annotating<>(
            config.threads(),
            item -> item instanceof Item.Read read ? annotate(read, annotator, false) : item,
            this::setAside,
            Annotating.LIMIT)) {
      Iterator<List<Item>> results = annotating.inOrder(items);
      while (!isInterrupted.getAsBoolean() && results.hasNext()) {
        for (Item item : results.next()) {
          output.write(item);
          count(item, messages);
        }
        output.flush();
        messages.progress();
      }
      output.finish();
    }
  }

  private Item annotate(Item.Read read, Annotator annotator, boolean isAlone) {
    try {
      return rows(config.select(annotator.annotate(read.document())));
    } catch (UserException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return isAlone || !Failures.isOutOfMemory(e)
          ? new Item.Failed(Failures.of(read.document(), e), documentRow(read.document()))
          : annotateAlone(read, annotator);
    }
  }

  /**
   * Tries a document again that ran out of memory, one document at a time: another one may have
   * used up the memory.
   */
  private synchronized Item annotateAlone(Item.Read read, Annotator annotator) {
    return annotate(read, annotator, true);
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

  private void count(Item item, Messages messages) {
    if (item instanceof Item.Rows rows) {
      tally.add(rows.annotated());
    } else if (item instanceof Item.Failed failed) {
      tally.addFailed();
      messages.error(failed.error());
    } else if (item instanceof Item.Fault fault) {
      tally.addError();
      messages.error(fault.error());
    } else if (item instanceof Item.Repeated repeated) {
      tally.addRepeated(repeated.document());
    } else if (item instanceof Item.LeftOut leftOut) {
      tally.addLeftOut(leftOut.sourceFile());
      messages.leftOut(leftOut.sourceFile(), leftOut.reason());
    } else if (item instanceof Item.Finished finished) {
      tally.addFile(finished.file());
    }
  }

  private Inputs open() {
    return Inputs.open(config.inputs(), config.format(), stdin)
        .withColumns(config.columns())
        .withFullText(config.fullText());
  }

  private Messages messages(Inputs inputs, String destination, boolean writesErrors) {
    long totalBytes = inputs.totalBytes();
    Progress progress =
        new Progress(
            out,
            display,
            () -> totalBytes > 0 ? (double) inputs.bytesRead() / totalBytes : Double.NaN,
            tally::documents,
            tally::errors,
            inputs::currentFile);
    return new Messages(out, display, tally, destination, writesErrors, start, progress);
  }
}
