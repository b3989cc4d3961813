package org.immunospan.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.EntityType;

/**
 * Everything that a report of an evaluation shows. The terminal, the JSON file and the HTML page
 * render this record and compute nothing themselves. Figures that are undefined are NaN. Immutable.
 *
 * @param system file name of the spans that were scored
 * @param types labels of the scored types, such as {@code CELL/immune}, in the order asked for
 * @param schemes scores under every scheme
 * @param bc2 the official and the strict score of BC2GM gold; empty for other gold
 * @param confusion how types were confused
 * @param links scores of identifiers, for the types whose gold has identifiers
 * @param genes scores of the identifiers of genes by column; empty where the gold has none
 * @param hierarchical whether a hierarchy of identifiers was given
 * @param seen recall on names seen in training and not; empty without a training corpus
 * @param differences from another system; empty without one
 * @param errorClasses classes of errors that occur
 * @param missed the most frequent missed names
 * @param spurious the most frequent spurious names
 * @param reliability of the scores of spans, if asked for
 * @param documents documents with both sides; empty unless asked for
 */
public record EvaluationReport(
    String system,
    GoldSummary gold,
    EvaluationSettings settings,
    List<String> types,
    List<SchemeScores> schemes,
    List<ScoreRow> bc2,
    Confusion confusion,
    List<LinkScore> links,
    Optional<GeneLinks> genes,
    boolean hierarchical,
    List<SeenRecall> seen,
    List<Difference> differences,
    List<ErrorClassCount> errorClasses,
    List<FrequentName> missed,
    List<FrequentName> spurious,
    Optional<Reliability> reliability,
    List<ComparedDocument> documents) {

  public EvaluationReport {
    types = List.copyOf(types);
    schemes = List.copyOf(schemes);
    bc2 = List.copyOf(bc2);
    links = List.copyOf(links);
    seen = List.copyOf(seen);
    differences = List.copyOf(differences);
    errorClasses = List.copyOf(errorClasses);
    missed = List.copyOf(missed);
    spurious = List.copyOf(spurious);
    documents = List.copyOf(documents);
  }

  /**
   * The gold that was scored against.
   *
   * @param format name of the format for people
   * @param discontinuous mentions in several parts, which are scored by their outer span
   * @param notAtTheirText mentions whose text is not at their offsets
   * @param leftOut how many of those are not scored
   * @param ignoredSpans system spans that were not scored because they touch gold that is left out
   * @param typesLeftOut types that the mapping does not name, with their number of mentions
   */
  public record GoldSummary(
      String format,
      int documents,
      long mentions,
      long discontinuous,
      long notAtTheirText,
      long leftOut,
      long ignoredSpans,
      NavigableMap<String, Integer> typesLeftOut) {}

  /**
   * The scores under one scheme.
   *
   * @param rows one for each type, then all types together, then their mean if there are several
   * @param verdicts one for each type; empty for {@link Scheme#OVERLAP}
   */
  public record SchemeScores(Scheme scheme, List<ScoreRow> rows, List<VerdictCounts> verdicts) {
    public SchemeScores {
      rows = List.copyOf(rows);
      verdicts = List.copyOf(verdicts);
    }
  }

  /** How many mentions of a type got each verdict, on both sides. */
  public record VerdictCounts(Map<Verdict, Long> gold, Map<Verdict, Long> system) {}

  /**
   * How often mentions of each gold type (row) met mentions of each system type (column). The last
   * column counts what was missed, the last row what is spurious.
   */
  public record Confusion(List<List<Long>> counts) {
    public Confusion {
      counts = counts.stream().map(List::copyOf).toList();
    }
  }

  /** How many errors of a class there are. */
  public record ErrorClassCount(ErrorClass errorClass, long missed, long spurious) {}

  /**
   * What to include beyond the scores.
   *
   * @param seen whether a training corpus was given
   * @param reliability whether to show the reliability of scores
   * @param names how many of the most frequent errors
   * @param documents how many documents with both sides; those with the most errors if there are
   *     more
   */
  public record Extent(boolean seen, boolean reliability, int names, int documents) {}

  /**
   * Collects the results of an evaluation.
   *
   * @param differences from another system; empty for none
   */
  public static EvaluationReport of(
      Evaluation evaluation, List<Difference> differences, Extent extent) {
    int types = evaluation.settings().filters().size();
    List<ScoreRow> bc2 = new ArrayList<>();
    evaluation.bc2Official().ifPresent(bc2::add);
    evaluation.bc2Strict().ifPresent(bc2::add);
    Path file = evaluation.system().file().getFileName();
    return new EvaluationReport(
        String.valueOf(file),
        gold(evaluation),
        evaluation.settings(),
        IntStream.range(0, types).mapToObj(evaluation::label).toList(),
        schemes(evaluation, types),
        bc2,
        confusion(evaluation, types),
        links(evaluation, types),
        evaluation.geneLinks(),
        evaluation.settings().hierarchy() != Hierarchy.NONE,
        extent.seen ? IntStream.range(0, types).mapToObj(evaluation::seen).toList() : List.of(),
        differences,
        errorClasses(evaluation),
        FrequentName.of(evaluation, true, extent.names),
        FrequentName.of(evaluation, false, extent.names),
        extent.reliability ? Optional.of(Reliability.of(evaluation)) : Optional.empty(),
        documents(evaluation, extent.documents));
  }

  /**
   * The scores of identifiers by type. Genes have their own, by column, since the gold names a gene
   * by its NCBI number where the program gives that of HGNC.
   */
  private static List<LinkScore> links(Evaluation evaluation, int types) {
    boolean hasGenes = evaluation.geneLinks().filter(genes -> !genes.rows().isEmpty()).isPresent();
    return IntStream.range(0, types)
        .filter(row -> !hasGenes || !isGene(evaluation.settings().filters().get(row)))
        .mapToObj(evaluation::links)
        .filter(LinkScore::isDefined)
        .toList();
  }

  private static boolean isGene(TypeFilter filter) {
    return filter.type().equals(EntityType.GENE.name());
  }

  private static GoldSummary gold(Evaluation evaluation) {
    GoldSet gold = evaluation.gold();
    return new GoldSummary(
        gold.format().cliName(),
        gold.documents().size(),
        gold.mentionsByType().values().stream().mapToLong(Integer::longValue).sum(),
        gold.discontinuous(),
        gold.problems().size(),
        gold.leftOut(),
        evaluation.ignoredSpans(),
        gold.typesLeftOut());
  }

  private static List<SchemeScores> schemes(Evaluation evaluation, int types) {
    List<SchemeScores> schemes = new ArrayList<>();
    for (Scheme scheme : Scheme.values()) {
      List<VerdictCounts> verdicts = new ArrayList<>();
      for (int type = 0; type < types && scheme != Scheme.OVERLAP; type++) {
        verdicts.add(
            new VerdictCounts(
                verdicts(evaluation, scheme, type, true),
                verdicts(evaluation, scheme, type, false)));
      }
      schemes.add(new SchemeScores(scheme, evaluation.rows(scheme), verdicts));
    }
    return schemes;
  }

  private static Map<Verdict, Long> verdicts(
      Evaluation evaluation, Scheme scheme, int type, boolean goldSide) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    Verdict impossible = goldSide ? Verdict.SPURIOUS : Verdict.MISSED;
    for (Verdict verdict : Verdict.values()) {
      if (verdict != impossible) {
        counts.put(verdict, evaluation.verdicts(scheme, type, goldSide, verdict));
      }
    }
    return counts;
  }

  private static Confusion confusion(Evaluation evaluation, int types) {
    return new Confusion(
        IntStream.rangeClosed(0, types)
            .mapToObj(
                row ->
                    LongStream.rangeClosed(0, types)
                        .map(column -> evaluation.confusion(row, (int) column))
                        .boxed()
                        .toList())
            .toList());
  }

  private static List<ErrorClassCount> errorClasses(Evaluation evaluation) {
    Map<ErrorClass, Long> missed = evaluation.errorClasses(true);
    Map<ErrorClass, Long> spurious = evaluation.errorClasses(false);
    List<ErrorClassCount> counts = new ArrayList<>();
    for (ErrorClass errorClass : ErrorClass.values()) {
      long m = missed.getOrDefault(errorClass, 0L);
      long s = spurious.getOrDefault(errorClass, 0L);
      if (m + s > 0) {
        counts.add(new ErrorClassCount(errorClass, m, s));
      }
    }
    return counts;
  }

  private static List<ComparedDocument> documents(Evaluation evaluation, int limit) {
    if (limit == 0) {
      return List.of();
    }
    Map<String, Integer> errors = new HashMap<>();
    evaluation.errors().forEach(error -> errors.merge(error.document().id(), 1, Integer::sum));
    List<GoldDocument> shown = new ArrayList<>(evaluation.gold().documents().values());
    if (shown.size() > limit) {
      shown.sort(
          Comparator.comparing(
              document -> errors.getOrDefault(document.id(), 0), Comparator.reverseOrder()));
      shown = shown.subList(0, limit);
    }
    return shown.stream()
        .map(
            document ->
                ComparedDocument.of(evaluation, document, errors.getOrDefault(document.id(), 0)))
        .toList();
  }

  /** The scores of the scheme that was asked for. */
  public SchemeScores chosen() {
    return schemes.stream()
        .filter(scores -> scores.scheme() == settings.scheme())
        .findFirst()
        .orElseThrow();
  }
}
