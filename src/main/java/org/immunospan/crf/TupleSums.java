package org.immunospan.crf;

import java.util.List;

/**
 * The weights that three or more words bring by the same attributes, once for each token they stand
 * beside, kept by the values of those attributes: {@code c[-2..0]|c[-1..1]|c[0..2]}. For one
 * thread.
 */
final class TupleSums {

  /** The lowest and highest offset of the leftmost word. */
  private final int lowest;

  private final int highest;

  private final CompiledTemplate[] templates;
  private final SumCache cache;
  private final long[][] values;
  private final int labels;

  /**
   * @param templates of attributes that have one value for every word, whose terms differ by the same distance in their offsets alone
   */
  TupleSums(List<CompiledTemplate> templates, CompiledFeatures features) {
    this.templates = templates.toArray(CompiledTemplate[]::new);
    this.values = new long[features.mostTerms][];
    this.labels = features.labels;
    this.lowest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).min().orElseThrow();
    this.highest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).max().orElseThrow();
    this.cache = new SumCache(features.table, (highest - lowest + 1) * labels);
  }

  /** Adds the weights of all such words of the sentence to its scores. */
  void addTo(SentenceScores sentence) {
    CompiledTemplate any = templates[0];
    int last = sentence.size() + highest;
    for (int left = lowest; left < last; left++) {
      for (int i = 0; i < any.offsets.length; i++) {
        values[i] = sentence.word(left + any.offsets[i] - any.lowestOffset()).values;
      }
      long key = any.key(values);
      int target = sentence.place(left - highest);
      if (!cache.add(key, sentence.scores(), target)) {
        int place = cache.addLater(key, target);
        for (CompiledTemplate template : templates) {
          int at = place + (highest - template.lowestOffset()) * labels;
          template.ask(values, cache.lookups(), at);
        }
      }
    }
    cache.settle(sentence.scores());
  }
}
