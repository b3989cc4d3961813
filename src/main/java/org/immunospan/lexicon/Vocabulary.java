package org.immunospan.lexicon;

import java.util.Arrays;

/**
 * Numbers words from 0. The characters of all words lie in one array and are found by open
 * addressing, so that a lookup makes no object. Written while a trie is built, only read after.
 */
final class Vocabulary {

  static final int UNKNOWN = -1;

  private char[] pool = new char[1 << 12];
  private int[] ends = new int[1 << 10];
  private int size;

  /** Number of the word + 1, or 0 for a free slot; the length is a power of two. */
  private int[] slots = new int[1 << 12];

  /** The number of a word, or {@link #UNKNOWN}. */
  int find(char[] chars, int length) {
    return slots[slot(chars, length)] - 1;
  }

  /** The number of a word, which is new when it was unknown. */
  int intern(char[] chars, int length) {
    int slot = slot(chars, length);
    if (slots[slot] == 0) {
      add(chars, length);
      slots[slot] = size;
      if (2 * size > slots.length) {
        rehash();
      }
      return size - 1;
    }
    return slots[slot] - 1;
  }

  private void add(char[] chars, int length) {
    int begin = begin(size);
    if (begin + length > pool.length) {
      pool = Arrays.copyOf(pool, 2 * (begin + length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    System.arraycopy(chars, 0, pool, begin, length);
    ends[size++] = begin + length;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int word = 0; word < size; word++) {
      int begin = begin(word);
      char[] chars = Arrays.copyOfRange(pool, begin, ends[word]);
      slots[slot(chars, chars.length)] = word + 1;
    }
  }

  private int slot(char[] chars, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + chars[i];
    }
    int mask = slots.length - 1;
    int slot = (((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 7) & mask;
    while (slots[slot] != 0 && !holds(slots[slot] - 1, chars, length)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean holds(int word, char[] chars, int length) {
    int begin = begin(word);
    return Arrays.equals(pool, begin, ends[word], chars, 0, length);
  }

  private int begin(int word) {
    return word == 0 ? 0 : ends[word - 1];
  }
}
