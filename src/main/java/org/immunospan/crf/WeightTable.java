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
  private final int[] tags;
  private final short[] weights;

  WeightTable(int labels, int features) {
    int capacity = Integer.highestOneBit(Math.max(8, features + features / 2)) << 1;
    this.labels = labels;
    this.shift = BITS - Integer.numberOfTrailingZeros(capacity);
    this.tags = new int[capacity];
    this.weights = new short[capacity * labels];
  }

  /** What is kept of a key. */
  static long fingerprint(long key) {
    return FeatureKey.spread(key) >>> (Long.SIZE - BITS);
  }

  /** Where the weights of this fingerprint begin in {@link #weights}, or -1. */
  int find(long fingerprint) {
    int tag = tag(fingerprint);
    int slot = (int) (fingerprint >>> shift);
    while (tags[slot] != tag) {
      if (tags[slot] == 0) {
        return -1;
      }
      slot = slot + 1 == tags.length ? 0 : slot + 1;
    }
    return slot * labels;
  }

  /** A place for the weights of this fingerprint, as {@link #find} will give it. */
  int put(long fingerprint) {
    int slot = (int) (fingerprint >>> shift);
    while (tags[slot] != 0) {
      slot = slot + 1 == tags.length ? 0 : slot + 1;
    }
    tags[slot] = tag(fingerprint);
    return slot * labels;
  }

  /** 0 means an empty slot. */
  private static int tag(long fingerprint) {
    int tag = (int) fingerprint;
    return tag == 0 ? 1 : tag;
  }

  void set(int place, int label, int weight) {
    weights[place + label] = (short) weight;
  }

  /** Adds the weights of the feature, if it is known, to {@code scores[at]} and the next. */
  void add(long key, int[] scores, int at) {
    int place = find(fingerprint(key));
    if (place >= 0) {
      for (int y = 0; y < labels; y++) {
        scores[at + y] += weights[place + y];
      }
    }
  }
}
