package org.immunospan.crf;

/**
 * A cache of fixed size for all threads: an entry is found at one of the two places its key says,
 * and gives way to newer ones there. Entries must be immutable with final fields, which makes it
 * safe without synchronisation: at worst a thread makes again what another has just made.
 */
final class SharedCache<T extends Keyed> {

  private final Keyed[] slots;

  /**
   * @param size a power of two
   */
  SharedCache(int size) {
    this.slots = new Keyed[size];
  }

  /** What is known by the key, or null. */
  @SuppressWarnings("unchecked") // put takes nothing else
  T get(long key) {
    int slot = slot(key);
    Keyed first = slots[slot];
    if (first != null && first.key == key) {
      return (T) first;
    }
    Keyed second = slots[slot ^ 1];
    return second != null && second.key == key ? (T) second : null;
  }

  void put(T entry) {
    int slot = slot(entry.key);
    slots[slot ^ 1] = slots[slot];
    slots[slot] = entry;
  }

  private int slot(long key) {
    return (int) FeatureKey.spread(key) & (slots.length - 1);
  }
}
