package org.immunospan.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.immunospan.format.Format;
import org.immunospan.format.csv.OffsetUnit;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.format.source.Source;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.report.OutputFormats;
import org.immunospan.report.TerminalWriter;
import org.immunospan.run.Display;
import org.immunospan.run.Existing;
import org.immunospan.run.ExitCode;
import org.immunospan.run.Run;
import org.immunospan.run.RunConfig;
import org.immunospan.tables.ParquetResult;
import org.immunospan.text.EntityType;
import org.immunospan.text.SpeciesChoice;
import org.immunospan.text.UserException;
import org.immunospan.uima.PipelineConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code immunospan annotate}: options to a {@link Run}. */
@Command(name = "annotate")
final class AnnotateCommand implements Callable<Integer> {

  /** The system property by which the launcher says that messages go to a terminal. */
  private static final String TERMINAL = "immunospan.terminal";

  /** The same for results. */
  private static final String COLOURS = "immunospan.colours";

  /** Which cells are written. */
  enum CellScope {
    IMMUNE,
    ALL
  }

  @Parameters(arity = "0..*", paramLabel = "INPUT", descriptionKey = "inputs")
  private List<String> inputs = List.of();

  @Option(names = "--text", paramLabel = "TEXT")
  private String text;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--out", paramLabel = "DIR")
  private String out;

  @Option(names = "--onto", paramLabel = "DIR")
  private Path onto;

  @Option(
      names = "--to",
      split = ",",
      paramLabel = "FORMAT",
      completionCandidates = ConvertCommand.OutputNames.class)
  private List<String> to = List.of(OutputFormats.CSV);

  @Mixin private InputOptions options;

  @Option(names = "--cells", defaultValue = "immune", paramLabel = "immune|all")
  private CellScope cells;

  @Option(names = "--types", split = ",", paramLabel = "TYPE")
  private Set<EntityType> types = EnumSet.allOf(EntityType.class);

  @Option(names = "--min-score", paramLabel = "X")
  private double minScore;

  @Option(names = "--offsets", defaultValue = "codepoints", paramLabel = "codepoints|utf16")
  private OffsetUnit offsets;

  @Option(names = "--model", paramLabel = "TYPE=FILE")
  private List<String> models = List.of();

  @Option(names = "--lexicon", paramLabel = "FILE")
  private List<Path> lexicons = List.of();

  @Option(names = "--species", paramLabel = "auto|human|mouse")
  private SpeciesChoice species = SpeciesChoice.AUTO;

  @Option(names = "--threads", paramLabel = "N")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--resume")
  private boolean resume;

  @Option(names = "--overwrite")
  private boolean overwrite;

  @Option(names = "--parts")
  private boolean parts;

  @Option(names = "--quiet")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    check();
    lexicons.forEach(file -> ModelOption.check(file, "--lexicon", "a lexicon"));
    RunConfig config =
        new RunConfig(
            text == null ? options.files(inputs, System.err) : List.of(Source.STDIN),
            text == null ? options.format() : Optional.of(Format.TEXT),
            options.columns(),
            options.fullText(),
            new PipelineConfig(
                cells == CellScope.ALL, ModelOption.parse(models), lexicons, species),
            types,
            minScore,
            offsets,
            threads);
    if (isLook()) {
      return look(config);
    }
    Run run = new Run(config, System.in, System.err, display()).alsoIn(formatsNextToCsv());
    Existing existing = resume ? Existing.RESUME : overwrite ? Existing.OVERWRITE : Existing.REFUSE;
    if (onto == null && out.equals("-")) {
      return toStandardOutput(run);
    }
    Path folder = onto == null ? Path.of(out) : onto;
    boolean isParquet = to.contains(OutputFormats.PARQUET);
    if (isParquet) {
      ConvertCommand.checkParquet(folder, overwrite || resume || onto != null);
    }
    int exitCode =
        onto == null ? run.toFolder(folder, existing, parts) : run.addTo(folder, existing);
    if (isParquet && (exitCode == ExitCode.COMPLETE || exitCode == ExitCode.SOME_UNREADABLE)) {
      ParquetResult.write(folder);
    }
    return exitCode;
  }

  /** Whether the results are for the eyes: of a text, or of standard input that goes nowhere. */
  private boolean isLook() {
    return out == null && onto == null && (text != null || inputs.equals(List.of(Source.STDIN)));
  }

  private int look(RunConfig config) {
    InputStream input =
        text == null ? System.in : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    String noColor = System.getenv("NO_COLOR"); // see no-color.org
    boolean coloured = Boolean.getBoolean(COLOURS) && (noColor == null || noColor.isEmpty());
    DocumentWriter writer = json ? new JsonLinesWriter() : new TerminalWriter(coloured);
    return toStandardOutput(
        new Run(config, input, System.err, Display.QUIET).alsoIn(List.of(writer)));
  }

  private static int toStandardOutput(Run run) {
    int exitCode = run.toStream(System.out);
    if (System.out.checkError()) {
      throw new UserException("standard output: could not be written to its end");
    }
    return exitCode;
  }

  private List<DocumentWriter> formatsNextToCsv() {
    return OutputFormats.of(to).stream()
        .filter(writer -> !writer.name().equals(OutputFormats.CSV))
        .toList();
  }

  private Display display() {
    return quiet ? Display.QUIET : Boolean.getBoolean(TERMINAL) ? Display.TERMINAL : Display.LINES;
  }

  private void check() {
    int formats = formatsNextToCsv().size();
    if (resume && formats > 0) {
      throw new UserException(
          "--to: only CSV can be resumed; go on without --to, then convert spans.csv of the"
              + " result");
    }
    if (threads < 1) {
      throw UserException.of("--threads", "a number from 1", String.valueOf(threads));
    }
    if (!(minScore >= 0 && minScore <= 1)) {
      throw UserException.of("--min-score", "a number from 0 to 1", String.valueOf(minScore));
    }
    if (resume && overwrite) {
      throw UserException.of("--resume, --overwrite", "one of them", "both");
    }
    if (text == null && inputs.isEmpty() && !options.hasPmids()) {
      throw new UserException("expected INPUT or --text TEXT, found neither");
    }
    if (text != null && options.hasPmids()) {
      throw UserException.of("--text, --pmids", "one of them", "both");
    }
    if (isLook()) {
      checkLook();
      return;
    }
    if (text != null) {
      throw new UserException("--text: is shown and not written; use - and --out for a folder");
    }
    if (json) {
      throw new UserException("--json: only for --text; use --to jsonl");
    }
    if (out == null && onto == null) {
      throw new UserException("expected --out DIR or --onto DIR, found none");
    }
    if (out != null && onto != null) {
      throw UserException.of("--out, --onto", "one of them", "both");
    }
    if (onto != null) {
      checkOnto(formats);
      return;
    }
    if (out.equals("-") && to.contains(OutputFormats.PARQUET)) {
      throw UserException.of("--to parquet", "a folder in --out", "standard output");
    }
    if (out.equals("-") && (formats > 1 || (formats == 1 && to.size() > 1))) {
      throw UserException.of("--to", "one format for standard output", String.join(",", to));
    }
    if (out.isBlank()) {
      throw UserException.of("--out", "a folder, or - for standard output", "an empty name");
    }
    if (parts && out.equals("-")) {
      throw UserException.of("--parts", "a folder in --out", "standard output");
    }
    if (resume && out.equals("-")) {
      throw UserException.of("--resume", "a folder in --out", "standard output");
    }
    if (resume && inputs.contains("-")) {
      throw UserException.of("--resume", "files or folders", "standard input");
    }
  }

  private void checkLook() {
    if (text != null && !inputs.isEmpty()) {
      throw UserException.of("--text", "no INPUT with it", String.join(" ", inputs));
    }
    if (text != null && text.isBlank()) {
      throw UserException.of("--text", "a text", "an empty one");
    }
    if (!to.equals(List.of(OutputFormats.CSV))) {
      throw new UserException("--to: expected --out with it, found none; or use --json");
    }
    if (resume || overwrite || parts) {
      throw new UserException("--resume, --overwrite, --parts: expected --out DIR with them");
    }
  }

  private void checkOnto(int formats) {
    if (formats > 0) {
      throw new UserException("--to: convert spans.csv after --onto");
    }
    if (parts) {
      throw UserException.of("--parts", "--out with it", "--onto");
    }
    if (inputs.contains("-")) {
      throw UserException.of("--onto", "files or folders", "standard input");
    }
  }
}
