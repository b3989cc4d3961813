package org.immunospan.crf;

import java.util.Arrays;
import java.util.List;

/**
 * The weights that two words at one distance bring, cached in flat arrays of fixed size, where they
 * are nearer than objects would be. For one thread.
 */
final class PairSums {

  private static final int SLOTS = 1 << 16;

  final int distance;

  /** The lowest and highest offset of the left word. */
  final int lowest;

  final int highest;

  /**
   * Of the pair that a slot was asked for last, {@code sums[place + (offset - lowest) · L + y]}.
   */
  final int[] sums;

  private final List<CompiledTemplate> templates;
  private final WeightTable table;
  private final int labels;
  private final int width;

  /** The numbers of the two words in each slot; no word has the number 0. */
  private final long[] pairs = new long[SLOTS];

  PairSums(int distance, List<CompiledTemplate> templates, WeightTable table, int labels) {
    this.distance = distance;
    this.templates = templates;
    this.table = table;
    this.labels = labels;
    this.lowest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).min().orElseThrow();
    this.highest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).max().orElseThrow();
    this.width = (highest - lowest + 1) * labels;
    this.sums = new int[SLOTS * width];
  }

  /** The place of the sums of these two words in {@link #sums}, until the next call. */
  int of(WordSums left, WordSums right) {
    long pair = (long) left.number << 32 | right.number;
    int slot = (int) (FeatureKey.spread(pair) & (SLOTS - 1));
    if (pairs[slot] != pair) {
      pairs[slot] = pair;
      make(left, right, slot * width);
    }
    return slot * width;
  }

  private void make(WordSums left, WordSums right, int place) {
    Arrays.fill(sums, place, place + width, 0);
    for (CompiledTemplate template : templates) {
      int base = template.lowestOffset();
      Values[] values = new Values[template.attributes.length];
      for (int i = 0; i < values.length; i++) {
        WordSums word = template.offsets[i] == base ? left : right;
        values[i] = word.values[template.attributes[i]];
      }
      template.add(values, table, sums, place + (base - lowest) * labels);
    }
  }
}
