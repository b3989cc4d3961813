package org.immunospan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.immunospan.evaluate.Difference;
import org.immunospan.evaluate.ErrorCsv;
import org.immunospan.evaluate.Evaluation;
import org.immunospan.evaluate.EvaluationNotes;
import org.immunospan.evaluate.EvaluationReport;
import org.immunospan.evaluate.EvaluationSettings;
import org.immunospan.evaluate.GeneIds;
import org.immunospan.evaluate.GoldSet;
import org.immunospan.evaluate.Hierarchy;
import org.immunospan.evaluate.Scheme;
import org.immunospan.evaluate.ScoredTypes;
import org.immunospan.evaluate.SystemSpans;
import org.immunospan.format.GoldCorpus;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.report.EvaluationPage;
import org.immunospan.report.JsonReport;
import org.immunospan.report.TerminalReport;
import org.immunospan.report.TextFile;
import org.immunospan.run.ExitCode;
import org.immunospan.text.EntityType;
import org.immunospan.text.SpeciesChoice;
import org.immunospan.uima.GoldGenes;
import org.immunospan.uima.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores spans against gold. The table goes to stdout, messages to stderr. */
@Command(
    name = "evaluate",
    description = {
      "Scores the spans of an annotator against gold.",
      "",
      "Gold is found by content: JSONL with id, title, abstract and mentions; a BC2GM folder;"
          + " PubTator; brat as a folder or zip file; BioC XML; IOB2/CoNLL; spans.csv with"
          + " documents.csv next to it; a folder of such files; all but zip files also compressed"
          + " with gzip."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

  private static final int FALLS_SHORT = 1;

  private CommandSpec spec;

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "FILE_OR_DIR",
      description = "The gold corpus.")
  private Path goldPath;

  @Option(
      names = "--system",
      paramLabel = "SPANS.CSV",
      description = "What the annotator found: doc_id, begin, end, type, text at least.")
  private Path systemPath;

  @Option(
      names = "--gold-spans",
      description =
          "Scores identifiers of genes alone: the genes of the gold are linked and compared with"
              + " what the gold says of them. In place of --system.")
  private boolean linksGoldSpans;

  @Option(
      names = "--species",
      paramLabel = "auto|human|mouse",
      description = "With --gold-spans, of which species genes are taken to be; default: auto.")
  private SpeciesChoice species = SpeciesChoice.AUTO;

  @Option(
      names = "--map",
      paramLabel = "THEIRS=OURS,...",
      description = "Turns types of the gold into ours and leaves the others out; or a preset.")
  private TypeMap map = TypeMap.IDENTITY;

  @Option(
      names = "--types",
      split = ",",
      paramLabel = "TYPE",
      description =
          "What to score, such as GENE,CELL/immune: with a class, gold of another class is ignored,"
              + " and so are system spans that overlap it alone. Default: the targets of --map,"
              + " else all our types.")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--match",
      paramLabel = "SCHEME",
      description =
          "strict (default), exact, partial, type or overlap; for intervals, tests and the"
              + " gate.",
      defaultValue = "strict")
  private Scheme scheme;

  @Option(
      names = "--offsets",
      paramLabel = "UNIT",
      description = "What begin and end of the spans count: codepoints (default) or utf16.",
      defaultValue = "codepoints")
  private SystemSpans.Offsets offsets;

  @Option(
      names = "--compare",
      paramLabel = "OTHER.CSV",
      description = "Another system's spans; adds a paired approximate randomisation test.")
  private Path otherPath;

  @Option(
      names = "--seen",
      paramLabel = "CORPUS",
      description =
          "A training corpus in any of the formats, types mapped as the gold's: adds recall on"
              + " mention texts that occur in it and on those that do not.")
  private Path seenPath;

  @Option(
      names = "--hierarchy",
      paramLabel = "FILE.TSV",
      description =
          "Child and parent identifiers, or a lexicon with the columns identifier and parents: adds"
              + " credit for identifiers that are too general or too specific.")
  private Path hierarchyPath;

  @Option(
      names = "--subtypes",
      paramLabel = "LEXICON.TSV",
      description =
          "A lexicon, such as models/cells.tsv: gold without a class gets that of its identifier,"
              + " so that --types CELL/immune can score a corpus that has identifiers alone.")
  private Path subtypesPath;

  @Option(
      names = "--reliability",
      description =
          "Adds how often spans of a score were strictly right, in bins of 0.1: a calibrated score"
              + " says 0.7 where seven of ten are.")
  private boolean showsReliability;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes everything as JSON.")
  private Path jsonPath;

  @Option(names = "--errors", paramLabel = "FILE", description = "Writes every error as CSV.")
  private Path errorsPath;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes a page with pictures and marked documents; it needs no network.")
  private Path htmlPath;

  @Option(
      names = "--gold-jsonl",
      paramLabel = "FILE",
      description =
          "Writes the gold as read, as JSONL: input for annotate. Works without --system.")
  private Path goldJsonlPath;

  @Option(
      names = "--min-f1",
      paramLabel = "X",
      description =
          "Exit with 1 when the F1 of any type is below (of BC2GM gold: the official F1). Types"
              + " without gold and spans do not count.")
  private Double minF1;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      description = "Bootstrap resamples for the intervals; 0 for none. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private int resamples;

  @Option(
      names = "--shuffles",
      paramLabel = "N",
      description = "Rounds of the randomisation test. Default: ${DEFAULT-VALUE}.",
      defaultValue = "10000")
  private int shuffles;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of both. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many of the most frequent errors to show. Default: ${DEFAULT-VALUE}.",
      defaultValue = "8")
  private int top;

  /** Called by picocli, before anything is parsed. */
  @Spec
  void setSpec(CommandSpec newSpec) {
    spec = newSpec;
    List<String> footer = new ArrayList<>();
    footer.add("");
    footer.add("Examples:");
    footer.add("  immunospan evaluate --gold corpora/demo/gold.jsonl --system result/spans.csv");
    footer.add("  immunospan evaluate --gold gold.jsonl --system a.csv --compare b.csv");
    footer.add("");
    footer.add("Presets of --map, one for each public corpus that has our types:");
    TypeMap.all().forEach((name, pairs) -> footer.add("  %-12s %s".formatted(name, pairs)));
    footer.add("");
    footer.add("Exit code 0: scored; 1: below --min-f1; 2: wrong use or unreadable input.");
    spec.usageMessage().footer(footer.toArray(String[]::new));
  }

  @Override
  public Integer call() throws IOException {
    check();
    GoldSet gold = readGold();
    note(EvaluationNotes.of(gold));
    if (goldJsonlPath != null) {
      JsonLinesWriter.write(goldJsonlPath, gold.documents().values());
      if (systemPath == null && !linksGoldSpans) {
        return ExitCode.COMPLETE;
      }
    }
    SystemSpans system =
        linksGoldSpans ? goldSpans(gold) : SystemSpans.read(systemPath, gold, offsets);
    EvaluationSettings settings =
        new EvaluationSettings(
            ScoredTypes.choose(types, gold, system),
            scheme,
            resamples,
            shuffles,
            seed,
            hierarchy(),
            gold.hasNcbiGenes() ? GeneIds.of(GoldGenes.lexicon()) : GeneIds.NONE);
    note(EvaluationNotes.unscored(gold, settings));
    note(EvaluationNotes.of(gold, system, settings));
    Evaluation evaluation = Evaluation.run(gold, system, settings, training());
    List<Difference> differences = List.of();
    if (otherPath != null) {
      SystemSpans other = SystemSpans.read(otherPath, gold, offsets);
      note(EvaluationNotes.of(gold, other, settings));
      differences = evaluation.compare(Evaluation.run(gold, other, settings, List.of()));
    }
    report(evaluation, differences);
    return gate(evaluation);
  }

  private void check() {
    if (systemPath == null && goldJsonlPath == null && !linksGoldSpans) {
      throw new ParameterException(spec.commandLine(), "expected --system SPANS.CSV, found none");
    }
    if (systemPath != null && linksGoldSpans) {
      throw new ParameterException(
          spec.commandLine(), "--gold-spans takes the place of --system; give one of them");
    }
    if (resamples < 0 || shuffles < 1) {
      throw new ParameterException(
          spec.commandLine(), "--resamples, --shuffles: expected a number from 0 and one from 1");
    }
    if (minF1 != null && !(minF1 >= 0 && minF1 <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--min-f1: expected a number from 0 to 1, found " + minF1);
    }
  }

  private GoldSet readGold() throws IOException {
    GoldSet gold = GoldSet.read(goldPath, map);
    return subtypesPath == null ? gold : gold.withSubtypes(LexiconReader.read(subtypesPath));
  }

  private SystemSpans goldSpans(GoldSet gold) {
    if (types.isEmpty()) {
      types = List.of(EntityType.GENE.name());
    }
    try (Pipeline pipeline = Pipeline.ofGeneLinks(species)) {
      return SystemSpans.ofLinks(gold, pipeline::link);
    }
  }

  private Hierarchy hierarchy() throws IOException {
    return hierarchyPath == null ? Hierarchy.NONE : Hierarchy.read(hierarchyPath);
  }

  private List<GoldDocument> training() throws IOException {
    if (seenPath == null) {
      return List.of();
    }
    return GoldCorpus.read(seenPath).documents().stream().map(map::apply).toList();
  }

  private void report(Evaluation evaluation, List<Difference> differences) throws IOException {
    EvaluationReport report =
        EvaluationReport.of(
            evaluation,
            differences,
            new EvaluationReport.Extent(
                seenPath != null,
                showsReliability,
                Math.max(top, EvaluationPage.NAMES),
                htmlPath == null ? 0 : EvaluationPage.DOCUMENTS));
    spec.commandLine().getOut().print(TerminalReport.of(report, top));
    spec.commandLine().getOut().flush();
    TextFile.write(jsonPath, out -> JsonReport.write(report, out));
    TextFile.write(errorsPath, out -> ErrorCsv.write(evaluation, out));
    TextFile.write(htmlPath, out -> EvaluationPage.write(report, out));
  }

  private int gate(Evaluation evaluation) {
    if (minF1 == null || evaluation.gateF1() >= minF1) {
      return ExitCode.COMPLETE;
    }
    double f1 = evaluation.gateF1();
    err()
        .println(
            Double.isNaN(f1)
                ? "falls short: F1 is undefined, expected at least " + minF1
                : "falls short: F1 %s < %s".formatted(f1, minF1));
    return FALLS_SHORT;
  }

  private void note(List<String> notes) {
    notes.forEach(note -> err().println("note: " + note));
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
