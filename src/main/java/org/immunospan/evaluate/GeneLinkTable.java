package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.Curie;
import org.immunospan.text.EntityType;

/** Counts how good the identifiers of genes are, document by document. For one thread. */
final class GeneLinkTable {

  private static final List<TypeFilter> GENES = List.of(new TypeFilter(EntityType.GENE.name(), ""));

  private static final double[] SCORES = {0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99};

  /** Places in a row of the curve, before those of each score: rows and how many are right. */
  private static final int SYSTEM = 0;

  private static final int GOLD = 1;
  private static final int FIRST = 2;

  /** Of which species a gene is. */
  private enum Group {
    ALL,
    HUMAN,
    MOUSE,
    OTHER;

    static Group of(String species) {
      return species.equals(GeneIds.HUMAN) ? HUMAN : species.equals(GeneIds.MOUSE) ? MOUSE : OTHER;
    }
  }

  private static final int ROWS = GeneField.values().length * Group.values().length;

  private final GeneIds ids;
  private final boolean overlap;
  private final CountTable links = new CountTable(ROWS * LinkCounts.FIELDS);
  private final CountTable curve = new CountTable(FIRST + 2 * SCORES.length);

  GeneLinkTable(GeneIds ids, boolean overlap) {
    this.ids = ids;
    this.overlap = overlap;
  }

  void add(GoldDocument document, List<SystemSpan> spans) {
    List<GoldMention> gold = document.mentions().stream().filter(GeneLinkTable::isGene).toList();
    List<SystemSpan> system =
        spans.stream().filter(span -> span.type().equals(EntityType.GENE.name())).toList();
    int[] counts = new int[ROWS * LinkCounts.FIELDS];
    int row = 0;
    for (GeneField field : GeneField.values()) {
      List<GoldMention> said = gold.stream().map(mention -> saying(field, mention)).toList();
      List<SystemSpan> given = system.stream().map(s -> saying(field, s, gold, said)).toList();
      for (Group group : Group.values()) {
        int[] of = count(document, said, given, gold, system, group);
        System.arraycopy(of, 0, counts, row * LinkCounts.FIELDS, LinkCounts.FIELDS);
        row++;
      }
      if (field == GeneField.HGNC) {
        curve.add(curve(said, given));
      }
    }
    links.add(counts);
  }

  private static boolean isGene(GoldMention mention) {
    return mention.type().equals(EntityType.GENE.name());
  }

  private GoldMention saying(GeneField field, GoldMention mention) {
    return new GoldMention(
        mention.span(), mention.type(), mention.subtype(), field.of(mention, ids), mention.parts());
  }

  /** A span with the identifier of one field; none where the gold's identifiers do not say. */
  private static SystemSpan saying(
      GeneField field, SystemSpan span, List<GoldMention> gold, List<GoldMention> said) {
    boolean isOpen = false;
    for (int i = 0; i < gold.size(); i++) {
      if (gold.get(i).span().overlaps(span.span())) {
        if (!said.get(i).identifiers().isEmpty() || gold.get(i).identifiers().isEmpty()) {
          isOpen = false;
          break;
        }
        isOpen = true;
      }
    }
    return span.withIdentifier(isOpen ? "" : String.join("|", field.of(span.gene())));
  }

  private int[] count(
      GoldDocument document,
      List<GoldMention> said,
      List<SystemSpan> given,
      List<GoldMention> gold,
      List<SystemSpan> system,
      Group group) {
    List<GoldMention> goldOfGroup = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      if (group == Group.ALL || group(gold.get(i)) == group) {
        goldOfGroup.add(said.get(i));
      }
    }
    List<SystemSpan> systemOfGroup = new ArrayList<>();
    for (int j = 0; j < system.size(); j++) {
      if (group == Group.ALL || group(system.get(j), gold) == group) {
        systemOfGroup.add(given.get(j));
      }
    }
    return LinkCounts.of(
        Comparison.of(
            new GoldDocument(document.document(), goldOfGroup, List.of(), document.unplaced()),
            systemOfGroup,
            GENES),
        overlap,
        1,
        Hierarchy.NONE);
  }

  /** The species of a gold mention; {@code ALL} when its identifiers do not say. */
  private Group group(GoldMention mention) {
    for (String identifier : mention.identifiers()) {
      if (identifier.startsWith(Curie.NCBI_GENE)) {
        GeneIds.Meaning meaning = ids.find(identifier);
        return meaning == null ? Group.OTHER : Group.of(meaning.species());
      }
    }
    return Group.ALL;
  }

  /** The species of the gold where a span is, else what the system says. */
  private Group group(SystemSpan span, List<GoldMention> gold) {
    for (GoldMention mention : gold) {
      if (mention.span().overlaps(span.span()) && group(mention) != Group.ALL) {
        return group(mention);
      }
    }
    return span.gene().species().isEmpty() ? Group.ALL : Group.of(span.gene().species());
  }

  private int[] curve(List<GoldMention> gold, List<SystemSpan> system) {
    int[] counts = new int[curve.width()];
    counts[SYSTEM] = system.size();
    counts[GOLD] = (int) gold.stream().filter(m -> !m.identifiers().isEmpty()).count();
    for (SystemSpan span : system) {
      boolean isRight = gold.stream().anyMatch(mention -> isRight(mention, span));
      for (int i = 0; i < SCORES.length; i++) {
        boolean isKept = !span.identifier().isEmpty() && !(span.gene().score() < SCORES[i]);
        counts[FIRST + 2 * i] += isKept ? 1 : 0;
        counts[FIRST + 2 * i + 1] += isKept && isRight ? 1 : 0;
      }
    }
    return counts;
  }

  private boolean isRight(GoldMention mention, SystemSpan span) {
    boolean isThere =
        overlap ? mention.span().overlaps(span.span()) : mention.span().equals(span.span());
    return isThere
        && Identifier.set(span.identifier()).stream().anyMatch(mention.identifiers()::contains);
  }

  /** Whether any gene of the gold has an identifier. */
  static boolean isFor(GoldSet gold) {
    return gold.documents().values().stream()
        .flatMap(document -> document.mentions().stream())
        .anyMatch(mention -> isGene(mention) && !mention.identifiers().isEmpty());
  }

  /** The scores; NaN without resamples. */
  GeneLinks links(int resamples, long seed) {
    long[] sum = links.sum();
    long[][] sums = links.resamples(resamples, seed);
    List<GeneLinks.Row> rows = new ArrayList<>();
    int index = 0;
    for (GeneField field : GeneField.values()) {
      for (Group group : Group.values()) {
        int row = index;
        index++;
        LinkScore score = LinkCounts.score(field.column(), sum, row);
        if (score.isDefined()) {
          rows.add(
              new GeneLinks.Row(
                  field.column(),
                  group.name().toLowerCase(Locale.ROOT),
                  score,
                  estimate(sum, sums, s -> LinkCounts.score("", s, row).accuracy()),
                  estimate(sum, sums, s -> LinkCounts.score("", s, row).endToEnd().f1()),
                  estimate(sum, sums, s -> LinkCounts.score("", s, row).document().f1())));
        }
      }
    }
    return new GeneLinks(rows, points(resamples, seed));
  }

  private List<GeneLinks.Point> points(int resamples, long seed) {
    long[] sum = curve.sum();
    long[][] sums = curve.resamples(resamples, seed);
    List<GeneLinks.Point> points = new ArrayList<>();
    for (int i = 0; i < SCORES.length; i++) {
      int at = FIRST + 2 * i;
      boolean isAsBefore = i + 1 < SCORES.length && sum[at] == sum[at + 2];
      if (sum[at] > 0 && !isAsBefore) {
        points.add(
            new GeneLinks.Point(
                SCORES[i],
                sum[at],
                estimate(sum, sums, s -> (double) s[at + 1] / s[at]),
                (double) sum[at] / sum[SYSTEM],
                (double) sum[at + 1] / sum[GOLD]));
      }
    }
    return points;
  }

  private static Estimate estimate(long[] sum, long[][] sums, ToDoubleFunction<long[]> figure) {
    return new Estimate(figure.applyAsDouble(sum), Interval.of(sums, figure));
  }
}
