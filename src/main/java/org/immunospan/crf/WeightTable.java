package org.immunospan.crf;

/**
 * The weights of features by key: whole numbers, one for each label. Open addressing, at most two
 * thirds full. A feature is known by {@link #BITS} bits of its key, spread: the upper ones choose
 * the slot, the lower 32 are compared. An unknown feature is mistaken for a known one about once in
 * 4 million questions, so that a wrong weight reaches one token in 50,000. Safe for use by several
 * threads once filled.
 */
final class WeightTable {

  /** The bits of a key that count. */
  static final int BITS = 44;

  private final int labels;
  private final int shift;

  /** Numbers a slot takes: a tag, then two weights in each. */
  private final int stride;

  /**
   * A tag and its weights lie side by side, so that a known feature costs one miss of the cache.
   */
  private final int[] slots;

  /**
   * One bit for each of many more places than there are features. Most questions are about unknown
   * features, and most of those are answered by this array, which is small enough for the cache.
   */
  private final long[] filter;

  private final int filterShift;

  WeightTable(int labels, int features) {
    int capacity = Integer.highestOneBit(Math.max(8, features + features / 2)) << 1;
    int bits = Integer.highestOneBit(Math.max(32, features)) << 3;
    this.labels = labels;
    this.stride = 1 + (labels + 1) / 2;
    this.shift = BITS - Integer.numberOfTrailingZeros(capacity);
    this.slots = new int[capacity * stride];
    this.filter = new long[bits / Long.SIZE];
    this.filterShift = BITS - Integer.numberOfTrailingZeros(bits);
  }

  /** What is kept of a key. */
  static long fingerprint(long key) {
    return FeatureKey.spread(key) >>> (Long.SIZE - BITS);
  }

  /** The first of the numbers that hold this feature's weights, or -1. */
  int find(long fingerprint) {
    int bit = (int) (fingerprint >>> filterShift);
    if ((filter[bit >>> 6] >>> bit & 1) == 0) {
      return -1;
    }
    int tag = tag(fingerprint);
    int at = (int) (fingerprint >>> shift) * stride;
    while (slots[at] != tag) {
      if (slots[at] == 0) {
        return -1;
      }
      at = at + stride == slots.length ? 0 : at + stride;
    }
    return at + 1;
  }

  /** A place for the weights of this fingerprint, as {@link #find} will give it. */
  int put(long fingerprint) {
    int bit = (int) (fingerprint >>> filterShift);
    filter[bit >>> 6] |= 1L << bit;
    int at = (int) (fingerprint >>> shift) * stride;
    while (slots[at] != 0) {
      at = at + stride == slots.length ? 0 : at + stride;
    }
    slots[at] = tag(fingerprint);
    return at + 1;
  }

  /** 0 means an empty slot. */
  private static int tag(long fingerprint) {
    int tag = (int) fingerprint;
    return tag == 0 ? 1 : tag;
  }

  void set(int place, int label, short weight) {
    int half = 16 * (label & 1);
    slots[place + label / 2] |= (weight & 0xFFFF) << half;
  }

  /** Adds the weights of the feature, if it is known, to {@code scores[at]} and the next. */
  void add(long key, int[] scores, int at) {
    int place = find(fingerprint(key));
    if (place >= 0) {
      for (int y = 0; y < labels; y++) {
        scores[at + y] += (short) (slots[place + y / 2] >> (16 * (y & 1)));
      }
    }
  }
}
