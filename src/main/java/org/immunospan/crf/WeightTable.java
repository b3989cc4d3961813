package org.immunospan.crf;

/**
 * The weights of features by key: whole numbers, one for each label. Open addressing, at most two
 * thirds full. A feature is known by {@link #BITS} bits of its key, spread: the upper ones choose
 * the slot, the lower 32 are compared. An unknown feature is mistaken for a known one about once in
 * 4 million questions, so that a wrong weight reaches one token in 50,000. Safe for use by several
 * threads once filled.
 */
public final class WeightTable {

  /** The bits of a key that count. */
  public static final int BITS = 44;

  private final int labels;
  private final int shift;

  /** Numbers a slot takes: a tag, then two weights in each. */
  private final int stride;

  /**
   * A tag and its weights lie side by side, so that a known feature costs one miss of the cache.
   */
  private final int[] slots;

  /**
   * Two bits of one number for each feature (a blocked Bloom filter; Putze, Sanders and Singler
   * 2007). Most questions are about unknown features, and most of those are answered by this array,
   * which is small enough for the cache.
   */
  private final long[] filter;

  public WeightTable(int labels, int features) {
    int capacity = Integer.highestOneBit(Math.max(8, features + features / 2)) << 1;
    this.labels = labels;
    this.stride = 1 + (labels + 1) / 2;
    this.shift = BITS - Integer.numberOfTrailingZeros(capacity);
    this.slots = new int[capacity * stride];
    this.filter = new long[Integer.highestOneBit(Math.max(8, features)) / 4];
  }

  /** What is kept of a key. */
  public static long fingerprint(long key) {
    return FeatureKey.spread(key) >>> (Long.SIZE - BITS);
  }

  /** 1 if the feature may be known, 0 if it is not. */
  public int mayKnow(long fingerprint) {
    long bits = filter[place(fingerprint)];
    return (int) (bits >>> fingerprint & bits >>> (fingerprint >>> 6)) & 1;
  }

  private int place(long fingerprint) {
    return (int) (fingerprint >>> 12) & (filter.length - 1);
  }

  /** The slot where to look for a feature first. */
  public int slot(long fingerprint) {
    return (int) (fingerprint >>> shift) * stride;
  }

  /** What a slot says about the feature in it. */
  public int tagAt(int slot) {
    return slots[slot];
  }

  /** Adds the weights of the feature, if it is in this slot or after it, to the scores. */
  public void add(long fingerprint, int firstSlot, int[] scores, int at) {
    int tag = tag(fingerprint);
    int slot = firstSlot;
    while (slots[slot] != tag) {
      if (slots[slot] == 0) {
        return;
      }
      slot = slot + stride == slots.length ? 0 : slot + stride;
    }
    for (int y = 0; y < labels; y++) {
      scores[at + y] += (short) (slots[slot + 1 + y / 2] >> (16 * (y & 1)));
    }
  }

  /** Takes a feature that is not in it yet, and gives the slot for {@link #set}. */
  public int put(long fingerprint) {
    filter[place(fingerprint)] |= 1L << fingerprint | 1L << (fingerprint >>> 6);
    int slot = slot(fingerprint);
    while (slots[slot] != 0) {
      slot = slot + stride == slots.length ? 0 : slot + stride;
    }
    slots[slot] = tag(fingerprint);
    return slot;
  }

  /** 0 means an empty slot. */
  private static int tag(long fingerprint) {
    int tag = (int) fingerprint;
    return tag == 0 ? 1 : tag;
  }

  public void set(int slot, int label, short weight) {
    slots[slot + 1 + label / 2] |= (weight & 0xFFFF) << (16 * (label & 1));
  }
}
