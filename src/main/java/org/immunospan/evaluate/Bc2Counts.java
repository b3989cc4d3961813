package org.immunospan.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immunospan.corpus.GoldDocument;
import org.immunospan.corpus.GoldMention;
import org.immunospan.text.Span;

/**
 * Scores of one sentence by the rules of the BioCreative II gene mention task (Smith et al. 2008):
 * a gene is found if its own span is marked, or any accepted alternative that overlaps it; a marked
 * span is wrong if it is neither. Spans are compared by the characters that are not blanks.
 */
final class Bc2Counts {

  static final String TYPE = "GENE";
  static final int FIELDS = 6;

  private Bc2Counts() {}

  static int[] of(GoldDocument document, List<SystemSpan> spans) {
    int[] before = charactersBefore(document.text());
    Set<Span> gold = new HashSet<>();
    Set<Span> alternatives = new HashSet<>();
    Set<Span> system = new HashSet<>();
    // A span over blanks alone is wrong; several at one place are one.
    Set<Integer> blanks = new HashSet<>();
    for (GoldMention mention : document.mentions()) {
      gold.add(compact(mention.span(), before));
    }
    for (GoldMention mention : document.alternatives()) {
      alternatives.add(compact(mention.span(), before));
    }
    for (SystemSpan span : spans) {
      if (!span.type().equals(TYPE)) {
        continue;
      }
      if (before[span.span().begin()] == before[span.span().end()]) {
        blanks.add(before[span.span().begin()]);
      } else {
        system.add(compact(span.span(), before));
      }
    }
    Set<Span> accepted = new HashSet<>(system);
    accepted.retainAll(alternatives);
    int found = 0;
    int same = 0;
    for (Span gene : gold) {
      same += system.contains(gene) ? 1 : 0;
      found += system.contains(gene) || accepted.stream().anyMatch(gene::overlaps) ? 1 : 0;
    }
    int wrong = blanks.size();
    for (Span span : system) {
      wrong += gold.contains(span) || alternatives.contains(span) ? 0 : 1;
    }
    return new int[] {
      found,
      wrong,
      gold.size() - found,
      same,
      system.size() + blanks.size() - same,
      gold.size() - same
    };
  }

  private static int[] charactersBefore(String text) {
    int[] before = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      before[i + 1] = before[i] + (text.charAt(i) == ' ' ? 0 : 1);
    }
    return before;
  }

  private static Span compact(Span span, int[] before) {
    return new Span(before[span.begin()], before[span.end()]);
  }

  static Score official(long[] sum) {
    return Score.of(sum[0], sum[1], sum[2]);
  }

  static Score strict(long[] sum) {
    return Score.of(sum[3], sum[4], sum[5]);
  }
}
