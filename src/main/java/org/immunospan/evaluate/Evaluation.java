package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.immunospan.format.Format;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;

/** A system scored against gold. Made by {@link #run}; read-only afterwards. */
public final class Evaluation {

  private static final TypeFilter GENE = new TypeFilter(EntityType.GENE.name(), "");

  private final GoldSet gold;
  private final SystemSpans system;
  private final EvaluationSettings settings;
  private final CountTable counts;
  private final CountTable links;
  private final CountTable bc2;
  private final Optional<GeneLinkTable> genes;
  private final long[][] resamples;
  private final long[][] bc2Resamples;
  private final Map<Scheme, List<Map<Verdict, Long>>> verdicts = new EnumMap<>(Scheme.class);
  private final long[][] confusion;
  private final List<MentionError> errors = new ArrayList<>();
  private final List<long[]> seen = new ArrayList<>();
  private long ignoredSpans;

  private Evaluation(
      GoldSet gold, SystemSpans system, EvaluationSettings settings, NameFingerprints training) {
    this.gold = gold;
    this.system = system;
    this.settings = settings;
    int rows = settings.filters().size();
    counts = new CountTable(rows * Counts.FIELDS);
    links = new CountTable(rows * LinkCounts.FIELDS);
    bc2 = new CountTable(Bc2Counts.FIELDS);
    genes =
        settings.filters().contains(GENE) && GeneLinkTable.isFor(gold)
            ? Optional.of(new GeneLinkTable(settings.genes(), settings.scheme() == Scheme.OVERLAP))
            : Optional.empty();
    confusion = new long[rows + 1][rows + 1];
    settings.filters().forEach(filter -> seen.add(new long[4]));
    NameFingerprints goldNames = new NameFingerprints();
    NameFingerprints systemNames = new NameFingerprints();
    for (GoldDocument document : gold.documents().values()) {
      add(document, goldNames, systemNames, training);
    }
    errors.replaceAll(error -> settle(error, goldNames, systemNames));
    resamples = counts.resamples(settings.resamples(), settings.seed());
    bc2Resamples = bc2.resamples(bc2.rows() == 0 ? 0 : settings.resamples(), settings.seed());
  }

  /** Scores a system. One pass over the documents. */
  public static Evaluation run(GoldSet gold, SystemSpans system, EvaluationSettings settings) {
    return new Evaluation(gold, system, settings, new NameFingerprints());
  }

  /**
   * Scores an annotator on documents, without intervals.
   *
   * @param type the type of everything that the annotator finds
   * @param annotate finds the mentions of a document
   */
  public static Evaluation of(
      List<GoldDocument> documents, EntityType type, Function<Document, List<Mention>> annotate) {
    Map<String, GoldDocument> byId = new LinkedHashMap<>();
    documents.forEach(document -> byId.put(document.id(), document));
    GoldSet gold =
        new GoldSet(Format.JSONL, byId, List.of(), new TreeMap<>(), 0, List.of(type.name()));
    return run(
        gold,
        SystemSpans.of("annotator", gold, document -> annotate.apply(document.document())),
        new EvaluationSettings(
            List.of(new TypeFilter(type.name(), "")), Scheme.STRICT, 0, 1, 1, Hierarchy.NONE));
  }

  /** The same, telling apart mentions whose text occurs in a training corpus. */
  public static Evaluation run(
      GoldSet gold,
      SystemSpans system,
      EvaluationSettings settings,
      Iterable<GoldDocument> training) {
    NameFingerprints names = new NameFingerprints();
    for (GoldDocument document : training) {
      document
          .mentions()
          .forEach(mention -> names.add(mention.type(), mention.span().of(document.text())));
    }
    return new Evaluation(gold, system, settings, names);
  }

  private void add(
      GoldDocument document,
      NameFingerprints goldNames,
      NameFingerprints systemNames,
      NameFingerprints training) {
    List<SystemSpan> spans = system.of(document.id());
    int rows = settings.filters().size();
    Comparison comparison = Comparison.of(document, spans, settings.filters());
    ignoredSpans += comparison.ignoredSpans();
    Map<Scheme, Comparison.Verdicts> all = comparison.verdicts();
    counts.add(Counts.of(comparison, all, rows));
    links.add(
        LinkCounts.of(comparison, settings.scheme() == Scheme.OVERLAP, rows, settings.hierarchy()));
    genes.ifPresent(table -> table.add(document, spans));
    if (gold.format() == Format.BC2GM) {
      bc2.add(Bc2Counts.of(document, spans));
    }
    all.forEach(
        (scheme, of) -> {
          count(scheme, 0, comparison.gold(), of.gold());
          count(scheme, 1, comparison.system(), of.system());
        });
    ErrorFinder finder = new ErrorFinder(comparison);
    confuse(comparison, finder);
    errors.addAll(finder.errors());
    for (int i = 0; i < comparison.gold().size(); i++) {
      Item item = comparison.gold().get(i);
      String text = comparison.text(item);
      goldNames.add(label(item.typeIndex()), text);
      boolean known = training.contains(settings.filters().get(item.typeIndex()).type(), text);
      seen.get(item.typeIndex())[known ? 0 : 2]++;
      seen.get(item.typeIndex())[known ? 1 : 3] += finder.isRight(i) ? 1 : 0;
    }
    for (Item item : comparison.system()) {
      systemNames.add(label(item.typeIndex()), comparison.text(item));
    }
  }

  private void count(Scheme scheme, int side, List<Item> items, List<Verdict> of) {
    List<Map<Verdict, Long>> tables = verdicts.computeIfAbsent(scheme, key -> emptyTables());
    for (int i = 0; i < items.size(); i++) {
      tables.get(2 * items.get(i).typeIndex() + side).merge(of.get(i), 1L, Long::sum);
    }
  }

  /** One table per row and side. */
  private List<Map<Verdict, Long>> emptyTables() {
    List<Map<Verdict, Long>> tables = new ArrayList<>();
    for (int i = 0; i < 2 * settings.filters().size(); i++) {
      tables.add(new EnumMap<>(Verdict.class));
    }
    return tables;
  }

  private void confuse(Comparison comparison, ErrorFinder finder) {
    int none = settings.filters().size();
    for (int i = 0; i < comparison.gold().size(); i++) {
      int partner = finder.partnerOfGold()[i];
      int column = partner < 0 ? none : comparison.system().get(partner).typeIndex();
      confusion[comparison.gold().get(i).typeIndex()][column]++;
    }
    for (int j = 0; j < comparison.system().size(); j++) {
      if (finder.partnerOfSystem()[j] < 0) {
        confusion[none][comparison.system().get(j).typeIndex()]++;
      }
    }
  }

  private MentionError settle(
      MentionError error, NameFingerprints goldNames, NameFingerprints systemNames) {
    ErrorClass open = error.missed() ? ErrorClass.LEXICON_GAP : ErrorClass.NOT_A_MENTION;
    NameFingerprints others = error.missed() ? systemNames : goldNames;
    boolean elsewhere =
        error.errorClass() == open && others.contains(label(error.typeIndex()), error.text());
    return elsewhere ? error.withClass(ErrorClass.MARKED_ELSEWHERE) : error;
  }

  public GoldSet gold() {
    return gold;
  }

  public SystemSpans system() {
    return system;
  }

  public EvaluationSettings settings() {
    return settings;
  }

  /** The name of a scored row. */
  public String label(int row) {
    return settings.filters().get(row).label();
  }

  /** One row per type, then all together, then the mean when there are several types. */
  public List<ScoreRow> rows(Scheme scheme) {
    List<ScoreRow> rows = new ArrayList<>();
    int types = settings.filters().size();
    long[] sum = counts.sum();
    for (int row = 0; row < types; row++) {
      int index = row;
      rows.add(
          row(
              label(row),
              Optional.of(Counts.score(sum, scheme, row)),
              sum,
              (s, figure) -> figure.applyAsDouble(Counts.score(s, scheme, index))));
    }
    rows.add(
        row(
            ScoreRow.ALL,
            Optional.of(Counts.micro(sum, scheme)),
            sum,
            (s, figure) -> figure.applyAsDouble(Counts.micro(s, scheme))));
    if (types > 1) {
      rows.add(
          row(ScoreRow.MEAN, Optional.empty(), sum, (s, figure) -> mean(s, scheme, types, figure)));
    }
    return rows;
  }

  private interface Figure {
    double of(long[] sum, ToDoubleFunction<Score> figure);
  }

  private ScoreRow row(String label, Optional<Score> score, long[] sum, Figure figure) {
    return new ScoreRow(
        label,
        score,
        estimate(sum, resamples, s -> figure.of(s, Score::precision)),
        estimate(sum, resamples, s -> figure.of(s, Score::recall)),
        estimate(sum, resamples, s -> figure.of(s, Score::f1)));
  }

  /** Types for which the figure is undefined do not count. */
  private static double mean(long[] sum, Scheme scheme, int types, ToDoubleFunction<Score> figure) {
    return IntStream.range(0, types)
        .mapToDouble(row -> figure.applyAsDouble(Counts.score(sum, scheme, row)))
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  private static Estimate estimate(
      long[] sum, long[][] resamples, ToDoubleFunction<long[]> figure) {
    return new Estimate(figure.applyAsDouble(sum), Interval.of(resamples, figure));
  }

  /** The official score of BC2GM gold. */
  public Optional<ScoreRow> bc2Official() {
    return bc2Row("BC-II official", Bc2Counts::official);
  }

  /** Equal spans of BC2GM gold, without alternatives. */
  public Optional<ScoreRow> bc2Strict() {
    return bc2Row("BC-II strict", Bc2Counts::strict);
  }

  private Optional<ScoreRow> bc2Row(String label, Function<long[], Score> score) {
    if (bc2.rows() == 0) {
      return Optional.empty();
    }
    long[] sum = bc2.sum();
    return Optional.of(
        new ScoreRow(
            label,
            Optional.of(score.apply(sum)),
            estimate(sum, bc2Resamples, s -> score.apply(s).precision()),
            estimate(sum, bc2Resamples, s -> score.apply(s).recall()),
            estimate(sum, bc2Resamples, s -> score.apply(s).f1())));
  }

  /** How many mentions of a row got a verdict. {@link Scheme#OVERLAP} gives none. */
  public long verdicts(Scheme scheme, int row, boolean goldSide, Verdict verdict) {
    return verdicts.get(scheme).get(2 * row + (goldSide ? 0 : 1)).getOrDefault(verdict, 0L);
  }

  /**
   * How often mentions of a gold row were matched with mentions of a system row. The index after
   * the last row means none.
   */
  public long confusion(int goldRow, int systemRow) {
    return confusion[goldRow][systemRow];
  }

  public LinkScore links(int row) {
    return LinkCounts.score(label(row), links.sum(), row);
  }

  /** The scores of the identifiers of genes, where genes are scored and the gold has some. */
  public Optional<GeneLinks> geneLinks() {
    return genes.map(table -> table.links(settings.resamples(), settings.seed()));
  }

  /** How many system spans are not scored because they touch gold that could not be placed. */
  public long ignoredSpans() {
    return ignoredSpans;
  }

  /** Everything that is not strictly right, in the order of documents. */
  public List<MentionError> errors() {
    return List.copyOf(errors);
  }

  /** Number of errors of each class, misses or spurious mentions. */
  public Map<ErrorClass, Long> errorClasses(boolean missed) {
    Map<ErrorClass, Long> classes = new EnumMap<>(ErrorClass.class);
    for (MentionError error : errors) {
      if (error.missed() == missed) {
        classes.merge(error.errorClass(), 1L, Long::sum);
      }
    }
    return classes;
  }

  /** Recall on texts seen in training and not; without a training corpus all are unseen. */
  public SeenRecall seen(int row) {
    long[] of = seen.get(row);
    return new SeenRecall(label(row), of[0], of[1], of[2], of[3]);
  }

  /** Tests each row of the chosen scheme against another system scored on the same gold. */
  public List<Difference> compare(Evaluation other) {
    Scheme scheme = settings.scheme();
    Randomisation test =
        new Randomisation(counts, other.counts, settings.shuffles(), settings.seed());
    List<ScoreRow> ours = rows(scheme);
    List<ScoreRow> theirs = other.rows(scheme);
    int types = settings.filters().size();
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      int row = i;
      ToDoubleFunction<long[]> figure =
          row < types
              ? s -> Counts.score(s, scheme, row).f1()
              : row == types
                  ? s -> Counts.micro(s, scheme).f1()
                  : s -> mean(s, scheme, types, Score::f1);
      differences.add(
          new Difference(
              ours.get(i).label(),
              ours.get(i).f1().value(),
              theirs.get(i).f1().value(),
              test.pValue(figure)));
    }
    if (bc2.rows() > 0) {
      Randomisation official =
          new Randomisation(bc2, other.bc2, settings.shuffles(), settings.seed());
      differences.add(
          new Difference(
              "BC-II official",
              Bc2Counts.official(bc2.sum()).f1(),
              Bc2Counts.official(other.bc2.sum()).f1(),
              official.pValue(s -> Bc2Counts.official(s).f1())));
    }
    return differences;
  }

  /**
   * The figure that {@code --min-f1} compares: the official F1 of BC2GM gold, else the worst F1 of
   * the types.
   */
  public double gateF1() {
    if (bc2.rows() > 0) {
      return Bc2Counts.official(bc2.sum()).f1();
    }
    long[] sum = counts.sum();
    return IntStream.range(0, settings.filters().size())
        .mapToDouble(row -> Counts.score(sum, settings.scheme(), row).f1())
        .filter(value -> !Double.isNaN(value))
        .min()
        .orElse(Double.NaN);
  }
}
