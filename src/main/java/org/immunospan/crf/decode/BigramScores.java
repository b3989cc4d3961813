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

  /** The keys of the pairs of a sentence. */
  private long[] pairs = {};

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
    int count = sentence.size() + highest - lowest;
    if (pairs.length < count) {
      pairs = new long[2 * count];
    }
    for (int i = 0; i < count; i++) {
      WordScores first = sentence.word(lowest + i);
      WordScores second = sentence.word(lowest + i + distance);
      pairs[i] = FeatureKey.join(first.ofValues, second.ofValues, PLACE);
    }
    cache.touch(pairs, count);
    for (int i = 0; i < count; i++) {
      int left = lowest + i;
      int target = sentence.place(left - highest);
      if (!cache.add(pairs[i], sentence.scores(), target)) {
        ask(sentence.word(left), sentence.word(left + distance), cache.addLater(pairs[i], target));
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
