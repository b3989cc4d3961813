package org.immunospan.crf.train;

import java.util.Arrays;
import org.immunospan.crf.FeatureKey;

/** Numbers distinct keys in the order of their first appearance. Open addressing, half full. */
final class FeatureIndex {

  private int[] numberPlusOne = new int[1 << 16];
  private long[] keys = new long[1 << 15];
  private int size;

  /** The number of the key, a new one if it has not been seen. */
  int of(long key) {
    int mask = numberPlusOne.length - 1;
    int slot = (int) FeatureKey.spread(key) & mask;
    while (numberPlusOne[slot] != 0) {
      if (keys[numberPlusOne[slot] - 1] == key) {
        return numberPlusOne[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    if (size == keys.length) {
      grow();
      return of(key);
    }
    keys[size++] = key;
    numberPlusOne[slot] = size;
    return size - 1;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * keys.length);
    numberPlusOne = new int[2 * numberPlusOne.length];
    int mask = numberPlusOne.length - 1;
    for (int number = 0; number < size; number++) {
      int slot = (int) FeatureKey.spread(keys[number]) & mask;
      while (numberPlusOne[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      numberPlusOne[slot] = number + 1;
    }
  }

  long key(int number) {
    return keys[number];
  }

  int size() {
    return size;
  }
}
