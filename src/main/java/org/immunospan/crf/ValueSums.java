package org.immunospan.crf;

import java.util.List;

/**
 * The weights that each value of an attribute of sentences brings the tokens around, cached like
 * those of words, and like those safe for use by several threads.
 */
final class ValueSums {

  private static final int SLOTS = 1 << 14;

  final int attribute;

  /** The lowest and highest offset of its templates. */
  final int lowest;

  final int highest;

  /** The sums outside of the sentence. */
  final int[] before;

  final int[] after;

  private final List<CompiledTemplate> templates;
  private final WeightTable table;
  private final int labels;
  private final WordSums[] cache = new WordSums[SLOTS];

  ValueSums(int attribute, List<CompiledTemplate> templates, WeightTable table, int labels) {
    this.attribute = attribute;
    this.templates = templates;
    this.table = table;
    this.labels = labels;
    this.lowest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).min().orElseThrow();
    this.highest = templates.stream().mapToInt(CompiledTemplate::highestOffset).max().orElseThrow();
    this.before = of(FeatureSet.BEFORE);
    this.after = of(FeatureSet.AFTER);
  }

  /** {@code sums[(highest - offset) · L + y]} of the value. */
  int[] of(String value) {
    long key = FeatureKey.of(value);
    int slot = (int) FeatureKey.spread(key) & (SLOTS - 1);
    WordSums found = cache[slot];
    if (found == null || found.key != key) {
      found = make(value);
      cache[slot] = found;
    }
    return found.sums;
  }

  private WordSums make(String value) {
    long[][] values = {Values.of(List.of(List.of(value)))};
    int[] sums = new int[(highest - lowest + 1) * labels];
    Lookups lookups = new Lookups(table);
    for (CompiledTemplate template : templates) {
      template.ask(values, lookups, (highest - template.offsets[0]) * labels);
    }
    lookups.addTo(sums);
    return new WordSums(value, 0, values[0], sums);
  }
}
