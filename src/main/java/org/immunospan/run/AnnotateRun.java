package org.immunospan.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immunospan.read.Format;
import org.immunospan.read.Inputs;
import org.immunospan.resource.Resources;
import org.immunospan.text.UserException;
import org.immunospan.uima.Pipeline;
import org.immunospan.uima.PipelineConfig;
import org.immunospan.write.OffsetUnit;

/**
 * One run of the main job: reads the inputs, annotates on several threads, writes the results in
 * the order of the input. The same inputs give the same CSV files, whatever the number of threads.
 *
 * @param arguments files, folders or {@code -}
 * @param format of all inputs; empty for "by content"
 * @param offsets what begin and end in spans.csv count
 */
public record AnnotateRun(
    List<String> arguments,
    Optional<Format> format,
    PipelineConfig config,
    OffsetUnit offsets,
    int threads,
    PrintStream messages) {

  /** Writes spans alone to a stream; faults go to the messages. Returns the exit code. */
  public int toStream(PrintStream stream) throws IOException {
    Inputs inputs = inputs();
    try (RunOutput output = RunOutput.toStream(stream)) {
      int exitCode = annotate(inputs, Pipeline.of(config), output, new Tally(), 0).exitCode();
      if (stream.checkError()) {
        throw new UserException("standard output could not be written to its end");
      }
      return exitCode;
    }
  }

  /** Writes all files of a run to a folder. Returns the exit code. */
  public int toFolder(Path path, boolean resume) throws IOException {
    Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    long startNanos = System.nanoTime();
    Inputs inputs = inputs();
    if (resume && RunFolder.isComplete(path)) {
      messages.println(path + ": the run is complete, there is nothing to resume");
      return RunFolder.hasErrors(path) ? ExitCode.SOME_UNREADABLE : ExitCode.COMPLETE;
    }
    Pipeline pipeline = Pipeline.of(config);
    List<Resources.ReadFile> resources = pipeline.resources();
    RunFolder folder = new RunFolder(path, settings(resources));

    Tally tally = new Tally();
    AnnotatingSink sink;
    long checksum = resume ? folder.restore(tally) : 0;
    try (RunOutput output = resume ? folder.resume() : folder.create()) {
      sink = annotate(inputs, pipeline, output, tally, checksum);
    }

    double seconds = (System.nanoTime() - startNanos) / 1e9;
    folder.complete(
        new RunReport(
            ProgramVersion.get(),
            started.toString(),
            seconds,
            configuration(),
            resources,
            sink.inputFiles().stream()
                .map(file -> new Resources.ReadFile(file.sourceFile(), file.sha256()))
                .toList(),
            sink.filesLeftOut(),
            counts(tally, sink)));
    sink.printSummary(seconds, path.toString());
    return sink.exitCode();
  }

  private Inputs inputs() {
    return Inputs.of(arguments, format, System.in);
  }

  private AnnotatingSink annotate(
      Inputs inputs, Pipeline pipeline, RunOutput output, Tally tally, long checksum) {
    boolean terminal = Boolean.getBoolean("immunospan.terminal");
    long totalBytes = inputs.totalBytes();
    Progress progress =
        new Progress(
            terminal ? messages : null,
            () -> totalBytes > 0 ? (double) inputs.bytesRead() / totalBytes : Double.NaN);
    try (AnnotatingSink sink =
        new AnnotatingSink(
            pipeline, threads, offsets, output, tally, checksum, progress, messages)) {
      sink.finish(inputs.read(sink));
      return sink;
    }
  }

  /** What an interrupted run must agree on to be resumed. */
  private String settings(List<Resources.ReadFile> resources) {
    return new RunReport(
            ProgramVersion.get(),
            "",
            0,
            configuration(),
            resources,
            List.of(),
            List.of(),
            Map.of())
        .toJson();
  }

  private Map<String, Object> configuration() {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("inputs", arguments);
    configuration.put("format", format.map(Format::cliName).orElse("auto"));
    configuration.put("cells", config.allCells() ? "all" : "immune");
    configuration.put("offsets", offsets == OffsetUnit.UTF16 ? "utf16" : "codepoints");
    Map<String, String> models = new TreeMap<>();
    config.models().forEach((type, file) -> models.put(type.name(), file.toString()));
    configuration.put("models", models);
    configuration.put("lexicons", config.lexicons().stream().map(Path::toString).toList());
    return configuration;
  }

  private static Map<String, Object> counts(Tally tally, AnnotatingSink sink) {
    Map<String, Object> counts = tally.toMap();
    counts.put("errors", sink.errors());
    counts.put("repeated", sink.repeated());
    counts.put("superseded", sink.inputSummary().superseded());
    counts.put("deleted", sink.inputSummary().deleted());
    return counts;
  }
}
