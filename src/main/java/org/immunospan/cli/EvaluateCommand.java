package org.immunospan.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.immunospan.corpus.GoldCorpus;
import org.immunospan.corpus.GoldDocument;
import org.immunospan.corpus.GoldJsonlWriter;
import org.immunospan.corpus.MalformedCorpusException;
import org.immunospan.corpus.TypeMap;
import org.immunospan.evaluate.Difference;
import org.immunospan.evaluate.ErrorCsv;
import org.immunospan.evaluate.Evaluation;
import org.immunospan.evaluate.GoldSet;
import org.immunospan.evaluate.Hierarchy;
import org.immunospan.evaluate.HtmlReport;
import org.immunospan.evaluate.JsonReport;
import org.immunospan.evaluate.Reliability;
import org.immunospan.evaluate.Scheme;
import org.immunospan.evaluate.Settings;
import org.immunospan.evaluate.SystemSpans;
import org.immunospan.evaluate.TerminalReport;
import org.immunospan.evaluate.TypeFilter;
import org.immunospan.lexicon.LexiconFormatException;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.text.EntityType;
import org.immunospan.text.Quantity;
import org.immunospan.text.UserException;
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
      "Gold is found by content: JSONL with id, title, abstract and mentions; a BC2GM folder; PubTator;"
          + " brat as a folder or zip file; BioC XML; IOB2/CoNLL; spans.csv with documents.csv beside it;"
          + " a folder of such files; all but zip files also compressed with gzip."
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
      names = "--map",
      paramLabel = "THEIRS=OURS,...",
      description = "Turns types of the gold into ours and leaves the others out; or a preset.")
  private String map;

  @Option(
      names = "--types",
      split = ",",
      paramLabel = "TYPE",
      description =
          "What to score, such as GENE,CELL/immune: with a class, gold of another class is ignored, and so"
              + " are system spans that overlap it alone. Default: the targets of --map, else all our types.")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--match",
      paramLabel = "SCHEME",
      description = "strict, exact, partial, type or overlap; for intervals, tests and the gate.",
      defaultValue = "strict",
      converter = LowerCaseNames.OfScheme.class)
  private Scheme scheme;

  @Option(
      names = "--offsets",
      paramLabel = "UNIT",
      description = "What begin and end of the spans count: codepoints (default) or utf16.",
      defaultValue = "codepoints",
      converter = LowerCaseNames.OfOffsets.class)
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
          "A training corpus in any of the formats, types mapped as the gold's: adds recall on mention"
              + " texts that occur in it and on those that do not.")
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
          "A lexicon, such as models/cells.tsv: gold without a class gets that of its identifier, so"
              + " that --types CELL/immune can score a corpus that has identifiers alone.")
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
          "Exit with 1 when the F1 of any type is below (of BC2GM gold: the official F1). Types without"
              + " gold and spans do not count.")
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
    footer.add("  immunospan evaluate --gold ../shared/data/bc2gm/test --gold-jsonl bc2gm.jsonl");
    footer.add("");
    footer.add("Presets of --map, one for each public corpus that has our types:");
    TypeMap.all().forEach((name, pairs) -> footer.add("  %-12s %s".formatted(name, pairs)));
    footer.add("");
    footer.add("Exit code 0: scored; 1: below --min-f1; 2: wrong use or unreadable input.");
    spec.usageMessage().footer(footer.toArray(String[]::new));
  }

  @Override
  public Integer call() throws IOException {
    try {
      return evaluate();
    } catch (MalformedCorpusException | LexiconFormatException e) {
      throw new UserException(e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new UserException(e.getFile() + ": no such file", e);
    } catch (FileSystemException e) {
      throw new UserException(e.getFile() + ": " + e.getReason(), e);
    }
  }

  private int evaluate() throws IOException {
    check();
    TypeMap typeMap = typeMap();
    GoldSet gold = readGold(typeMap);
    tellAbout(gold);
    if (goldJsonlPath != null) {
      write(goldJsonlPath, out -> writeGold(gold, out));
      if (systemPath == null) {
        return 0;
      }
    }
    SystemSpans system = SystemSpans.read(systemPath, gold, offsets);
    Settings settings =
        new Settings(filters(gold, system), scheme, resamples, shuffles, seed, hierarchy());
    tellUnscored("gold", gold.mentionsByType(), settings);
    tellAbout(gold, system, settings);
    Evaluation evaluation = Evaluation.run(gold, system, settings, training(typeMap));
    List<Difference> differences = List.of();
    if (otherPath != null) {
      SystemSpans other = SystemSpans.read(otherPath, gold, offsets);
      tellAbout(gold, other, settings);
      differences = evaluation.compare(Evaluation.run(gold, other, settings, List.of()));
    }
    out().print(TerminalReport.of(evaluation, differences, seenPath != null, top));
    if (showsReliability) {
      out().print(Reliability.of(evaluation));
    }
    out().flush();
    writeReports(evaluation, differences);
    return gate(evaluation);
  }

  private void check() {
    if (systemPath == null && goldJsonlPath == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--system=SPANS.CSV'");
    }
    if (resamples < 0 || shuffles < 1) {
      throw new ParameterException(
          spec.commandLine(), "--resamples must be 0 or more and --shuffles 1 or more");
    }
    if (minF1 != null && !(minF1 >= 0 && minF1 <= 1)) {
      throw new ParameterException(spec.commandLine(), "--min-f1 must lie in [0, 1], got " + minF1);
    }
  }

  private TypeMap typeMap() {
    try {
      return map == null ? TypeMap.IDENTITY : TypeMap.parse(map);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--map: " + e.getMessage(), e);
    }
  }

  private List<TypeFilter> filters(GoldSet gold, SystemSpans system) {
    List<String> asked = types.isEmpty() ? gold.defaultTypes() : types.stream().distinct().toList();
    Set<String> known = new TreeSet<>(gold.mentionsByType().keySet());
    known.addAll(system.types().keySet());
    for (EntityType type : EntityType.values()) {
      known.add(type.name());
    }
    List<TypeFilter> filters = new ArrayList<>();
    for (String specification : asked) {
      TypeFilter filter;
      try {
        filter = TypeFilter.parse(specification);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), "--types: " + e.getMessage(), e);
      }
      if (!types.isEmpty() && !known.contains(filter.type())) {
        throw new ParameterException(
            spec.commandLine(),
            "--types: unknown type '%s'. Known types: %s. Types are case-sensitive."
                .formatted(filter.type(), String.join(", ", known)));
      }
      filters.add(filter);
    }
    return filters;
  }

  private GoldSet readGold(TypeMap typeMap) throws IOException {
    GoldSet gold = GoldSet.read(goldPath, typeMap);
    return subtypesPath == null ? gold : gold.withSubtypes(LexiconReader.read(subtypesPath));
  }

  private Hierarchy hierarchy() throws IOException {
    return hierarchyPath == null ? Hierarchy.NONE : Hierarchy.read(hierarchyPath);
  }

  private List<GoldDocument> training(TypeMap typeMap) throws IOException {
    if (seenPath == null) {
      return List.of();
    }
    return GoldCorpus.read(seenPath).documents().stream().map(typeMap::apply).toList();
  }

  private void tellAbout(GoldSet gold) {
    int shown = 5;
    gold.problems().stream().limit(shown).forEach(problem -> err().println("note: " + problem));
    long leftOut = gold.problems().stream().filter(problem -> problem.leftOut()).count();
    if (gold.problems().size() > shown) {
      err().println("note: and " + (gold.problems().size() - shown) + " more of this kind");
    }
    if (leftOut > 0) {
      err()
          .println(
              "note: left out of the counts, see above: " + Quantity.of(leftOut, "gold mention"));
    }
    if (gold.renamed() > 0) {
      err()
          .println(
              "note: called id#2 and so on, since the id came before: "
                  + Quantity.of(gold.renamed(), "document"));
    }
    if (!gold.typesLeftOut().isEmpty()) {
      err().println("note: gold types left out by --map: " + list(gold.typesLeftOut()));
    }
    if (gold.mentionsByType().isEmpty()) {
      err().println("note: the gold has no mentions; recall is undefined");
    }
    if (gold.discontinuous() > 0) {
      err()
          .println(
              "note: scored by the outer span: "
                  + Quantity.of(gold.discontinuous(), "discontinuous gold mention"));
    }
  }

  private void tellAbout(GoldSet gold, SystemSpans system, Settings settings) {
    if (!system.unknownDocuments().isEmpty()) {
      err()
          .println(
              "note: %s: left out, since not in the gold: %s, e.g. %s"
                  .formatted(
                      system.file(),
                      Quantity.of(system.unknownDocuments().size(), "document"),
                      system.unknownDocuments().first()));
    }
    long empty =
        gold.documents().values().stream()
            .filter(document -> !document.mentions().isEmpty())
            .filter(document -> system.of(document.id()).isEmpty())
            .count();
    if (empty > 0) {
      err()
          .println(
              "note: %s: no spans in %s with gold; all of it counts as missed"
                  .formatted(system.file(), Quantity.of(empty, "document")));
    }
    tellUnscored(system.file().toString(), system.types(), settings);
  }

  private void tellUnscored(String where, Map<String, Integer> counts, Settings settings) {
    Map<String, Integer> unscored = new TreeMap<>(counts);
    settings.filters().forEach(filter -> unscored.remove(filter.type()));
    if (!unscored.isEmpty()) {
      err().println("note: %s: types not scored: %s".formatted(where, list(unscored)));
    }
  }

  private static String list(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private void writeReports(Evaluation evaluation, List<Difference> differences)
      throws IOException {
    boolean seen = seenPath != null;
    if (jsonPath != null) {
      write(jsonPath, out -> JsonReport.write(evaluation, differences, seen, out));
    }
    if (errorsPath != null) {
      write(errorsPath, out -> ErrorCsv.write(evaluation, out));
    }
    if (htmlPath != null) {
      write(htmlPath, out -> HtmlReport.write(evaluation, differences, seen, out));
    }
  }

  private int gate(Evaluation evaluation) {
    if (minF1 == null || evaluation.gateF1() >= minF1) {
      return 0;
    }
    double f1 = evaluation.gateF1();
    err()
        .println(
            Double.isNaN(f1)
                ? "falls short: F1 is undefined, expected at least " + minF1
                : "falls short: F1 %s < %s".formatted(f1, minF1));
    return FALLS_SHORT;
  }

  private static void writeGold(GoldSet gold, BufferedWriter out) throws IOException {
    GoldJsonlWriter writer = new GoldJsonlWriter(out);
    for (GoldDocument document : gold.documents().values()) {
      writer.write(document);
    }
  }

  private interface Content {
    void writeTo(BufferedWriter out) throws IOException;
  }

  private static void write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new UserException(file + ": cannot be written, there is no folder " + folder);
    }
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      content.writeTo(out);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
