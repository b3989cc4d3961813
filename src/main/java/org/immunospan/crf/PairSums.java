package org.immunospan.crf;

import java.util.Arrays;
import java.util.List;

/**
 * The weights that pairs of words at one distance bring, cached in flat arrays of fixed size, where
 * they are nearer than objects would be. For one thread.
 */
final class PairSums {

  private static final int SLOTS = 1 << 17;

  final int distance;

  /** The lowest and highest offset of the left word. */
  final int lowest;

  final int highest;

  private final CompiledTemplate[] templates;
  private final Lookups lookups;
  private final long[][] values;
  private final int labels;
  private final int width;

  /** The numbers of the two words in each slot; no word has the number 0. */
  private final long[] pairs = new long[SLOTS];

  /** Of the pair in a slot, {@code sums[slot · width + (highest - offset) · L + y]}. */
  private final int[] sums;

  /** Pairs of the sentence that were not in the cache, where their sums go, and the sums. */
  private long[] newPairs = new long[64];

  private int[] newTargets = new int[64];
  private int[] newSums;
  private int newSize;

  PairSums(int distance, List<CompiledTemplate> templates, CompiledFeatures features) {
    this.distance = distance;
    this.templates = templates.toArray(CompiledTemplate[]::new);
    this.values = new long[features.mostTerms][];
    this.lookups = new Lookups(features.table);
    this.labels = features.labels;
    this.lowest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).min().orElseThrow();
    this.highest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).max().orElseThrow();
    this.width = (highest - lowest + 1) * labels;
    this.sums = new int[SLOTS * width];
    this.newSums = new int[64 * width];
  }

  /**
   * Adds the weights of two words to the scores, or keeps them for {@link #addNew} if they are not
   * known yet.
   *
   * @param target the place of the scores of the leftmost token beside them
   */
  void add(WordSums left, WordSums right, int[] scores, int target) {
    long pair = (long) left.number << 32 | (right.number & 0xFFFFFFFFL);
    int slot = slot(pair);
    if (pairs[slot] == pair) {
      add(sums, slot * width, scores, target);
      return;
    }
    if (newSize == newPairs.length) {
      newPairs = Arrays.copyOf(newPairs, 2 * newSize);
      newTargets = Arrays.copyOf(newTargets, 2 * newSize);
      newSums = Arrays.copyOf(newSums, 2 * newSize * width);
    }
    Arrays.fill(newSums, newSize * width, (newSize + 1) * width, 0);
    ask(left, right, newSize * width);
    newPairs[newSize] = pair;
    newTargets[newSize++] = target;
  }

  /** Makes the sums of pairs that were not known, adds them to the scores and to the cache. */
  void addNew(int[] scores) {
    lookups.addTo(newSums);
    for (int i = 0; i < newSize; i++) {
      add(newSums, i * width, scores, newTargets[i]);
      int slot = slot(newPairs[i]);
      pairs[slot] = newPairs[i];
      System.arraycopy(newSums, i * width, sums, slot * width, width);
    }
    newSize = 0;
  }

  private static int slot(long pair) {
    return (int) FeatureKey.spread(pair) & (SLOTS - 1);
  }

  private void add(int[] from, int place, int[] scores, int target) {
    for (int i = 0; i < width; i++) {
      scores[target + i] += from[place + i];
    }
  }

  private void ask(WordSums left, WordSums right, int place) {
    for (CompiledTemplate template : templates) {
      int base = template.lowestOffset();
      for (int i = 0; i < template.attributes.length; i++) {
        values[i] = (template.offsets[i] == base ? left : right).values;
      }
      template.ask(values, lookups, place + (highest - base) * labels);
    }
  }
}
