package org.immunospan.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.immunospan.format.Format;
import org.immunospan.format.csv.Columns;
import org.immunospan.format.csv.OffsetUnit;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.format.source.Source;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.report.TerminalWriter;
import org.immunospan.run.Display;
import org.immunospan.run.Existing;
import org.immunospan.run.Run;
import org.immunospan.run.RunConfig;
import org.immunospan.text.EntityType;
import org.immunospan.text.SpeciesChoice;
import org.immunospan.text.UserException;
import org.immunospan.uima.PipelineConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code immunospan annotate}: options to a {@link Run}. */
@Command(
    name = "annotate",
    description = {
      "Finds genes, cell types and therapies in abstracts.",
      "",
      "Writes spans.csv (one row for each mention), markers.csv (one row for each surface marker in"
          + " the name of a cell), documents.csv (the texts that offsets refer to), errors.csv"
          + " (what could not be read or annotated), run.json (how to repeat the run) and"
          + " run.records.gz (for --onto)."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan annotate --text \"Rituximab depletes CD20+ B cells.\"",
      "  immunospan annotate corpora/demo/abstracts.xml --out result",
      "  immunospan annotate pubmed24n*.xml.gz --out pubmed --threads 8",
      "  immunospan annotate pubmed24n1300.xml.gz --onto pubmed",
      "  immunospan annotate abstracts.jsonl --out - > spans.csv",
      "  zcat more.nbib.gz | immunospan annotate - --out result --cells all"
    })
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

  @Parameters(
      arity = "0..*",
      paramLabel = "INPUT",
      description =
          "Files (plain, gzip or zip), folders (walked, sorted), or - for standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description =
          "Instead of INPUT: a text to look at. Shows it with its mentions in colours, and a table"
              + " of them. The same happens to standard input without --out.")
  private String text;

  @Option(
      names = "--json",
      description = "With --text, or standard input without --out: one line of JSON, for scripts.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder to write to, which is made if there is none; - writes spans.csv to standard"
              + " output.")
  private String out;

  @Option(
      names = "--onto",
      paramLabel = "DIR",
      description =
          "Instead of --out: add to the complete result in this folder, as with a day's update"
              + " files of PubMed. It becomes the result of one run over all files, and its own"
              + " inputs are not read again.")
  private Path onto;

  @Option(
      names = "--to",
      split = ",",
      paramLabel = "FORMAT",
      description =
          "Write the results in these formats, too: jsonl, bioc-xml, bioc-json, pubtator, brat,"
              + " pubannotation, w3c, conll, html, terminal, xmi, cas-json. With --out - one of them takes"
              + " the place of spans.csv. Default: csv, which is always written to a folder.")
  private List<String> to = List.of(OutputFormats.CSV);

  @Option(
      names = "--format",
      defaultValue = "auto",
      paramLabel = "NAME",
      description =
          "auto (by content, the default), pubmed-xml, jats, europe-pmc, ris, endnote, medline,"
              + " pubmed-page, text, jsonl, pubtator, bioc, bioc-json, pubannotation, brat, iob,"
              + " bc2gm, csv.")
  private String format;

  @Option(
      names = "--columns",
      paramLabel = "PART=NAME,...",
      description =
          "Read the inputs as tables, CSV or separated by tabs, whose columns have other names: for"
              + " example id=pmid,text=abstract. Parts: id, title, abstract, text.")
  private String columns;

  @Option(
      names = "--cells",
      defaultValue = "immune",
      paramLabel = "immune|all",
      description = "Only cells of the immune system (the default), or cells of any kind.")
  private CellScope cells;

  @Option(
      names = "--types",
      split = ",",
      paramLabel = "TYPE",
      description = "Write mentions of these types only: gene, cell, therapy. Default: all.")
  private Set<EntityType> types = EnumSet.allOf(EntityType.class);

  @Option(
      names = "--min-score",
      paramLabel = "X",
      description = "Write mentions with a score of at least X, from 0 to 1. Default: 0.")
  private double minScore;

  @Option(
      names = "--offsets",
      defaultValue = "codepoints",
      paramLabel = "codepoints|utf16",
      description =
          "What begin and end count: Unicode code points, as in Python and R (the default), or"
              + " UTF-16 code units, as in Java and JavaScript.")
  private OffsetUnit offsets;

  @Option(
      names = "--model",
      paramLabel = "TYPE=FILE",
      description =
          "Use this file instead of a shipped one: gene=FILE (an OpenNLP name-finder model),"
              + " cell=FILE (made by train cell) or therapy=FILE (made by train therapy).")
  private List<String> models = List.of();

  @Option(
      names = "--lexicon",
      paramLabel = "FILE",
      description =
          "A lexicon of your own (TSV); its names take precedence. Can be given several times.")
  private List<Path> lexicons = List.of();

  @Option(
      names = "--species",
      paramLabel = "auto|human|mouse",
      description =
          "Of which species genes are taken to be when they get their identifiers: as the text says"
              + " (auto, the default), or always human or mouse.")
  private SpeciesChoice species = SpeciesChoice.AUTO;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads. Default: the number of processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--resume", description = "Go on with an interrupted run in this folder.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replace the results that this folder holds.")
  private boolean overwrite;

  @Option(
      names = "--parts",
      description =
          "Also keep the results in parts, one for each input file or several small ones: tables of"
              + " their own below DIR/parts.")
  private boolean parts;

  @Option(
      names = "--quiet",
      description = "Say nothing but what went wrong: no progress, no table at the end.")
  private boolean quiet;

  @Override
  public Integer call() {
    check();
    lexicons.forEach(file -> ModelOption.check(file, "--lexicon", "a lexicon"));
    Columns tables = columns == null ? Columns.USUAL : Columns.parse(columns);
    RunConfig config =
        new RunConfig(
            text == null ? inputs : List.of(Source.STDIN),
            tables.isUsual() ? Format.named(text == null ? format : "text") : Optional.of(Format.CSV),
            tables,
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
    if (onto != null) {
      return run.addTo(onto, existing);
    }
    if (!out.equals("-")) {
      return run.toFolder(Path.of(out), existing, parts);
    }
    return toStandardOutput(run);
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
    if (text == null && inputs.isEmpty()) {
      throw new UserException("expected INPUT or --text TEXT, found neither");
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
