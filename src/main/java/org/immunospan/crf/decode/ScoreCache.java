package org.immunospan.crf.decode;

import java.util.Arrays;
import org.immunospan.crf.BatchedLookup;
import org.immunospan.crf.FeatureKey;
import org.immunospan.crf.WeightTable;

/**
 * Sums of weights by key, in one flat array, which needs fewer cache misses than objects. The array
 * starts small and doubles while more than half of its slots are used, up to a limit. A new key
 * replaces the one in its slot. Unknown keys are gathered and looked up together. For one thread.
 */
final class ScoreCache {

  /** At most this many sums in all, and at least half as many: slots are a power of two. */
  private static final int NUMBERS = 6 << 20;

  /** The number of slots at first; a short run never needs more, which saves memory. */
  private static final int FIRST = 1 << 13;

  /** The number of pieces of a key. */
  private static final int KEY = Long.SIZE / Short.SIZE;

  private final BatchedLookup lookups;
  private final int width;

  /**
   * For each slot the key in {@value #KEY} pieces, then its sums, next to each other, so that a
   * known key costs one miss of the processor's cache.
   */
  private short[] slots;

  private final int stride;
  private final int mostSlots;

  /** The number of slots, less 1. */
  private int mask;

  /** The number of slots with a key. */
  private int used;

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
   * @param slots the largest number of slots, a power of two
   */
  ScoreCache(WeightTable table, int width, int slots) {
    this.lookups = new BatchedLookup(table);
    this.width = width;
    this.stride = KEY + width;
    this.mostSlots = slots;
    this.mask = Math.min(FIRST, slots) - 1;
    this.slots = new short[(mask + 1) * stride];
    this.newSums = new int[newKeys.length * width];
  }

  /** Adds what belongs to the key, which is not 0, to the scores; false if it is not known. */
  boolean add(long key, int[] scores, int target) {
    int at = at(key);
    if (slots[at] != (short) key
        || slots[at + 1] != (short) (key >>> 16)
        || slots[at + 2] != (short) (key >>> 32)
        || slots[at + 3] != (short) (key >>> 48)) {
      return false;
    }
    int from = at + KEY;
    for (int i = 0; i < width; i++) {
      scores[target + i] += slots[from + i];
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
      int at = at(newKeys[n]);
      boolean fits = true;
      for (int i = 0; i < width; i++) {
        int sum = newSums[n * width + i];
        scores[newTargets[n] + i] += sum;
        slots[at + KEY + i] = (short) sum;
        fits &= (short) sum == sum;
      }
      long key = fits ? newKeys[n] : 0;
      used += (key == 0 ? 0 : 1) - (key(at) == 0 ? 0 : 1);
      for (int i = 0; i < KEY; i++) {
        slots[at + i] = (short) (key >>> (Short.SIZE * i));
      }
    }
    newSize = 0;
    if (2 * used > mask && mask + 1 < mostSlots) {
      grow();
    }
  }

  private void grow() {
    short[] old = slots;
    long[] keys = new long[mask + 1];
    for (int slot = 0; slot < keys.length; slot++) {
      keys[slot] = key(slot * stride);
    }
    mask = 2 * mask + 1;
    slots = new short[(mask + 1) * stride];
    used = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0) {
        System.arraycopy(old, slot * stride, slots, at(keys[slot]), stride);
        used++;
      }
    }
  }

  private long key(int at) {
    long key = 0;
    for (int i = KEY - 1; i >= 0; i--) {
      key = (key << Short.SIZE) | (slots[at + i] & 0xFFFF);
    }
    return key;
  }

  private int at(long key) {
    return ((int) FeatureKey.spread(key) & mask) * stride;
  }
}
