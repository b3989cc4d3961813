package org.immunospan.crf.decode;

import java.util.Arrays;
import org.immunospan.crf.BatchedLookup;
import org.immunospan.crf.FeatureKey;
import org.immunospan.crf.WeightTable;

/**
 * Sums of weights by key, in one flat array, which needs fewer cache misses than objects. A key has
 * two slots, side by side: a new key takes the second one and moves to the first when it is asked
 * for, so that rare keys are evicted first. The array starts small and doubles while more than half
 * of its slots are used, up to a limit. Unknown keys are gathered and looked up together. For one
 * thread.
 */
final class ScoreCache {

  /** At most this many sums in all, and at least half as many: slots are a power of two. */
  private static final int NUMBERS = 6 << 20;

  /** The number of slots at first; a short run never needs more, which saves memory. */
  private static final int FIRST = 1 << 13;

  /** The number of sums in one number of a slot. */
  private static final int PACKED = Long.SIZE / Short.SIZE;

  private final BatchedLookup lookups;
  private final int width;

  /**
   * For each slot the key, 0 for none, then its sums, {@value #PACKED} in each number, next to each
   * other, so that a known key costs one miss of the processor's cache.
   */
  private long[] slots;

  private final int stride;
  private final int mostSlots;

  /** The number of slots, less 1. */
  private int mask;

  /** The number of slots with a key. */
  private int used;

  /** Only so that {@link #touch} has an outcome, and is not left out as useless. */
  @SuppressWarnings("UnusedVariable")
  private long touched;

  /** Keys that were not known, where their sums go, and the sums. */
  private long[] newKeys = new long[64];

  private int[] newTargets = new int[64];
  private int[] newSums;
  private int newSize;

  /**
   * @param width the number of values of a key
   */
  ScoreCache(WeightTable table, int width) {
    this(table, width, Integer.highestOneBit(Math.max(2, NUMBERS / width)));
  }

  /**
   * @param width the number of values of a key
   * @param slots the largest number of slots, a power of two, at least 2
   */
  ScoreCache(WeightTable table, int width, int slots) {
    this.lookups = new BatchedLookup(table);
    this.width = width;
    this.stride = 1 + (width + PACKED - 1) / PACKED;
    this.mostSlots = slots;
    this.mask = Math.min(FIRST, slots) - 1;
    this.slots = new long[(mask + 1) * stride];
    this.newSums = new int[newKeys.length * width];
  }

  /**
   * Brings the slots of keys that are asked for next into the processor's cache: loads that do not
   * wait for each other's outcome overlap in time.
   */
  void touch(long[] keys, int count) {
    long all = 0;
    for (int i = 0; i < count; i++) {
      all ^= slots[at(keys[i])];
    }
    touched = all;
  }

  /** Adds what belongs to the key, which is not 0, to the scores; false if it is not known. */
  boolean add(long key, int[] scores, int target) {
    int at = at(key);
    if (slots[at] != key) {
      if (slots[at + stride] != key) {
        return false;
      }
      moveUp(at);
    }
    int from = at + 1;
    int i = 0;
    for (; i + PACKED <= width; i += PACKED) {
      long sums = slots[from++];
      scores[target + i] += (short) sums;
      scores[target + i + 1] += (short) (sums >>> 16);
      scores[target + i + 2] += (short) (sums >>> 32);
      scores[target + i + 3] += (short) (sums >>> 48);
    }
    for (; i < width; i++) {
      scores[target + i] += (short) (slots[from] >>> (Short.SIZE * (i % PACKED)));
    }
    return true;
  }

  private void moveUp(int first) {
    for (int i = first; i < first + stride; i++) {
      long above = slots[i];
      slots[i] = slots[i + stride];
      slots[i + stride] = above;
    }
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
      boolean fits = true;
      for (int i = 0; i < width; i++) {
        int sum = newSums[n * width + i];
        scores[newTargets[n] + i] += sum;
        fits &= (short) sum == sum;
      }
      if (fits) {
        keep(newKeys[n], n * width);
      }
    }
    newSize = 0;
    if (2 * used > mask && mask + 1 < mostSlots) {
      grow();
    }
  }

  private void keep(long key, int newSum) {
    int slot = slotFor(key);
    slots[slot] = key;
    Arrays.fill(slots, slot + 1, slot + stride, 0);
    for (int i = 0; i < width; i++) {
      long sum = newSums[newSum + i] & 0xFFFF;
      slots[slot + 1 + i / PACKED] |= sum << (Short.SIZE * (i % PACKED));
    }
  }

  /** The slot that a key is to take. */
  private int slotFor(long key) {
    int first = at(key);
    int slot = slots[first] == 0 || slots[first] == key ? first : first + stride;
    used += slots[slot] == 0 ? 1 : 0;
    return slot;
  }

  private void grow() {
    long[] old = slots;
    mask = 2 * mask + 1;
    slots = new long[(mask + 1) * stride];
    used = 0;
    for (int from = 0; from < old.length; from += stride) {
      if (old[from] != 0) {
        System.arraycopy(old, from, slots, slotFor(old[from]), stride);
      }
    }
  }

  /** The first of the two slots of a key. */
  private int at(long key) {
    return ((int) FeatureKey.spread(key) & mask & ~1) * stride;
  }
}
