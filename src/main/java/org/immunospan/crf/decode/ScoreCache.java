package org.immunospan.crf.decode;

import java.util.Arrays;
import org.immunospan.crf.BatchedLookup;
import org.immunospan.crf.FeatureKey;
import org.immunospan.crf.WeightTable;

/**
 * Sums of weights by key, in flat arrays of fixed size, where they are nearer than objects would
 * be; an entry gives way to the next one at its place. What is not known is gathered and looked up
 * together. For one thread.
 */
final class ScoreCache {

  /** So many numbers in all, or a little less, since the number of slots is a power of two. */
  private static final int NUMBERS = 6 << 20;

  private final BatchedLookup lookups;
  private final int width;
  private final long[] keys;
  private final short[] sums;

  /** Keys that were not known, where their sums go, and the sums. */
  private long[] newKeys = new long[64];

  private int[] newTargets = new int[64];
  private int[] newSums;
  private int newSize;

  /**
   * @param width the number of values of a key
   */
  ScoreCache(WeightTable table, int width) {
    this(table, width, Integer.highestOneBit(Math.max(1, NUMBERS / width)));
  }

  /**
   * @param width the number of values of a key
   * @param slots a power of two: the most keys
   */
  ScoreCache(WeightTable table, int width, int slots) {
    this.lookups = new BatchedLookup(table);
    this.width = width;
    this.keys = new long[slots];
    this.sums = new short[keys.length * width];
    this.newSums = new int[newKeys.length * width];
  }

  /** Adds what belongs to the key, which is not 0, to the scores; false if it is not known. */
  boolean add(long key, int[] scores, int target) {
    int slot = slot(key);
    if (keys[slot] != key) {
      return false;
    }
    int from = slot * width;
    for (int i = 0; i < width; i++) {
      scores[target + i] += sums[from + i];
    }
    return true;
  }

  /**
   * Makes room for a key that is not known.
   *
   * @return where its weights are to be asked for in {@link #lookups}
   */
  int addLater(long key, int target) {
    if (newSize == newKeys.length) {
      newKeys = Arrays.copyOf(newKeys, 2 * newSize);
      newTargets = Arrays.copyOf(newTargets, 2 * newSize);
      newSums = Arrays.copyOf(newSums, 2 * newSize * width);
    }
    Arrays.fill(newSums, newSize * width, (newSize + 1) * width, 0);
    newKeys[newSize] = key;
    newTargets[newSize] = target;
    return newSize++ * width;
  }

  BatchedLookup lookups() {
    return lookups;
  }

  /** Looks up what was asked for, adds it to the scores, and keeps it. */
  void settle(int[] scores) {
    lookups.addTo(newSums);
    for (int n = 0; n < newSize; n++) {
      int slot = slot(newKeys[n]);
      boolean fits = true;
      for (int i = 0; i < width; i++) {
        int sum = newSums[n * width + i];
        scores[newTargets[n] + i] += sum;
        sums[slot * width + i] = (short) sum;
        fits &= (short) sum == sum;
      }
      keys[slot] = fits ? newKeys[n] : 0;
    }
    newSize = 0;
  }

  private int slot(long key) {
    return (int) FeatureKey.spread(key) & (keys.length - 1);
  }
}
