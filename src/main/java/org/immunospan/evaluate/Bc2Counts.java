package org.immunospan.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.Span;

/**
 * Scores of one sentence by the rules of the BioCreative II gene mention task (Smith et al. 2008):
 * a gene is found if its own span is marked, or any accepted alternative that overlaps it; a marked
 * span is wrong if it is neither. Spans are compared by the characters that are not spaces.
 */
final class Bc2Counts {

  static final String TYPE = "GENE";
  static final int FIELDS = 6;

  private Bc2Counts() {}

  /** Half-open, in characters that are not spaces; empty for a mention of spaces alone. */
  private record Range(int begin, int end) {

    boolean overlaps(Range other) {
      return begin < other.end && other.begin < end;
    }
  }

  static int[] of(GoldDocument document, List<SystemSpan> spans) {
    int[] before = charactersBefore(document.text());
    Set<Range> gold = new HashSet<>();
    Set<Range> alternatives = new HashSet<>();
    Set<Range> system = new HashSet<>();
    for (GoldMention mention : document.mentions()) {
      gold.add(compact(mention.span(), before));
    }
    for (GoldMention mention : document.alternatives()) {
      alternatives.add(compact(mention.span(), before));
    }
    for (SystemSpan span : spans) {
      if (span.type().equals(TYPE)) {
        system.add(compact(span.span(), before));
      }
    }
    Set<Range> accepted = new HashSet<>(system);
    accepted.retainAll(alternatives);
    int found = 0;
    int same = 0;
    for (Range gene : gold) {
      same += system.contains(gene) ? 1 : 0;
      found += system.contains(gene) || accepted.stream().anyMatch(gene::overlaps) ? 1 : 0;
    }
    int wrong = 0;
    for (Range span : system) {
      wrong += gold.contains(span) || alternatives.contains(span) ? 0 : 1;
    }
    return new int[] {
      found, wrong, gold.size() - found, same, system.size() - same, gold.size() - same
    };
  }

  private static int[] charactersBefore(String text) {
    int[] before = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      before[i + 1] = before[i] + (text.charAt(i) == ' ' ? 0 : 1);
    }
    return before;
  }

  private static Range compact(Span span, int[] before) {
    return new Range(before[span.begin()], before[span.end()]);
  }

  static Score official(long[] sum) {
    return Score.of(sum[0], sum[1], sum[2]);
  }

  static Score strict(long[] sum) {
    return Score.of(sum[3], sum[4], sum[5]);
  }
}
