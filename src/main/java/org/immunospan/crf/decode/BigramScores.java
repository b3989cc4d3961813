package org.immunospan.crf.decode;

import java.util.List;
import org.immunospan.crf.FeatureKey;

/** The weights that pairs of words at one distance bring, kept by pair. For one thread. */
final class BigramScores {

  /** Tells the left word's values from the right one's. */
  private static final long PLACE = FeatureKey.power(1);

  private final int distance;

  /** The lowest and highest offset of the left word. */
  private final int lowest;

  private final int highest;

  private final CompiledTemplate[] templates;
  private final ScoreCache cache;
  private final long[][] values;
  private final int labels;

  BigramScores(int distance, List<CompiledTemplate> templates, CompiledFeatures features) {
    this.distance = distance;
    this.templates = templates.toArray(CompiledTemplate[]::new);
    this.values = new long[features.mostTerms][];
    this.labels = features.labels;
    this.lowest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).min().orElseThrow();
    this.highest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).max().orElseThrow();
    this.cache = new ScoreCache(features.table, (highest - lowest + 1) * labels);
  }

  /** Adds the weights of all pairs of the sentence to its scores. */
  void addTo(SentenceScores sentence) {
    for (int left = lowest; left < sentence.size() + highest; left++) {
      WordScores first = sentence.word(left);
      WordScores second = sentence.word(left + distance);
      long pair = FeatureKey.join(first.ofValues, second.ofValues, PLACE);
      int target = sentence.place(left - highest);
      if (!cache.add(pair, sentence.scores(), target)) {
        ask(first, second, cache.addLater(pair, target));
      }
    }
    cache.settle(sentence.scores());
  }

  private void ask(WordScores left, WordScores right, int place) {
    for (CompiledTemplate template : templates) {
      int base = template.lowestOffset();
      for (int i = 0; i < template.offsets.length; i++) {
        values[i] = (template.offsets[i] == base ? left : right).values;
      }
      template.ask(values, cache.lookups(), place + (highest - base) * labels);
    }
  }
}
