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
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {

  private static final int FALLS_SHORT = 1;

  private CommandSpec spec;

  @Option(names = "--gold", required = true, paramLabel = "FILE_OR_DIR")
  private Path goldPath;

  @Option(names = "--system", paramLabel = "SPANS")
  private Path systemPath;

  @Option(names = "--gold-spans")
  private boolean linksGoldSpans;

  @Option(names = "--species", paramLabel = "auto|human|mouse")
  private SpeciesChoice species = SpeciesChoice.AUTO;

  @Option(names = "--min-link-score", paramLabel = "X", defaultValue = "0.75")
  private double minLinkScore;

  @Option(names = "--map", paramLabel = "THEIRS=OURS,...")
  private TypeMap map = TypeMap.IDENTITY;

  @Option(names = "--types", split = ",", paramLabel = "TYPE")
  private List<String> types = new ArrayList<>();

  @Option(names = "--match", paramLabel = "SCHEME", defaultValue = "strict")
  private Scheme scheme;

  @Option(names = "--offsets", paramLabel = "UNIT", defaultValue = "codepoints")
  private SystemSpans.Offsets offsets;

  @Option(names = "--compare", paramLabel = "SPANS")
  private Path otherPath;

  @Option(names = "--seen", paramLabel = "CORPUS")
  private Path seenPath;

  @Option(names = "--hierarchy", paramLabel = "FILE")
  private Path hierarchyPath;

  @Option(names = "--subtypes", paramLabel = "LEXICON")
  private Path subtypesPath;

  @Option(names = "--reliability")
  private boolean showsReliability;

  @Option(names = "--json", paramLabel = "FILE")
  private Path jsonPath;

  @Option(names = "--errors", paramLabel = "FILE")
  private Path errorsPath;

  @Option(names = "--html", paramLabel = "FILE")
  private Path htmlPath;

  @Option(names = "--gold-jsonl", paramLabel = "FILE")
  private Path goldJsonlPath;

  @Option(names = "--min-f1", paramLabel = "X")
  private Double minF1;

  @Option(names = "--resamples", paramLabel = "N", defaultValue = "1000")
  private int resamples;

  @Option(names = "--shuffles", paramLabel = "N", defaultValue = "10000")
  private int shuffles;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @Option(names = "--top", paramLabel = "N", defaultValue = "8")
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
    if (!(minLinkScore >= 0 && minLinkScore <= 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--min-link-score: expected a number from 0 to 1, found " + minLinkScore);
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
    try (Pipeline pipeline = Pipeline.ofGeneLinks(species, minLinkScore)) {
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
