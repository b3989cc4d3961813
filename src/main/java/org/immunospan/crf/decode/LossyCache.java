package org.immunospan.crf.decode;

import org.immunospan.crf.FeatureKey;

/**
 * A cache of fixed size for all threads: an entry is found at one of the few places its key says.
 * An entry that is asked for moves up one place, and a new one takes the last, so that rare entries
 * are evicted first. Entries must be immutable with final fields, which makes it safe without
 * synchronisation: at worst one is lost, and made again.
 */
final class LossyCache<T extends CacheEntry> {

  /** Places for one key, side by side. */
  private static final int WAYS = 4;

  private final CacheEntry[] entries;

  /** What to compare before an entry is looked at; may belong to another one for a moment. */
  private final int[] tags;

  /**
   * @param size a power of two, at least 4
   */
  LossyCache(int size) {
    this.entries = new CacheEntry[size];
    this.tags = new int[size];
  }

  /** What is known by the key, or null. */
  @SuppressWarnings("unchecked") // put takes nothing else
  T get(long key) {
    long spread = FeatureKey.spread(key);
    int first = first(spread);
    for (int slot = first; slot < first + WAYS; slot++) {
      if (tags[slot] == tag(spread)) {
        CacheEntry entry = entries[slot];
        if (entry != null && entry.key == key) {
          if (slot > first) {
            moveUp(entry, slot);
          }
          return (T) entry;
        }
      }
    }
    return null;
  }

  private void moveUp(CacheEntry entry, int slot) {
    CacheEntry above = entries[slot - 1];
    if (above != null) {
      set(slot, above);
    }
    set(slot - 1, entry);
  }

  /** Keeps an entry in place of another one. */
  void put(T entry) {
    int first = first(FeatureKey.spread(entry.key));
    int slot = first;
    while (slot < first + WAYS - 1 && entries[slot] != null) {
      slot++;
    }
    set(slot, entry);
  }

  private void set(int slot, CacheEntry entry) {
    entries[slot] = entry;
    tags[slot] = tag(FeatureKey.spread(entry.key));
  }

  private int first(long spread) {
    return (int) spread & (entries.length - WAYS);
  }

  private static int tag(long spread) {
    return (int) (spread >>> 32);
  }
}
