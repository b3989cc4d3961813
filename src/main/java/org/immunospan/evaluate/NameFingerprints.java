package org.immunospan.evaluate;

import java.util.Arrays;

/**
 * A set of names of each type, without regard to case and to the kind and number of white space.
 * Holds 64-bit hashes rather than strings, since millions of names must fit in memory with the
 * documents: among ten million, two differ and share a hash with a chance of 3 in 1,000,000.
 */
final class NameFingerprints {

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** Open addressing; 0 marks a free place. At most half full. */
  private long[] hashes = new long[1 << 10];

  private int size;

  void add(String type, String text) {
    int at = place(hash(type, text));
    if (hashes[at] == 0) {
      hashes[at] = hash(type, text);
      size++;
      if (size * 2 > hashes.length) {
        grow();
      }
    }
  }

  boolean contains(String type, String text) {
    return hashes[place(hash(type, text))] != 0;
  }

  private void grow() {
    long[] old = hashes;
    hashes = new long[old.length * 2];
    Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> hashes[place(hash)] = hash);
  }

  /** Where a hash is, or the free place for it. */
  private int place(long hash) {
    int mask = hashes.length - 1;
    int at = (int) (hash >>> 32) & mask;
    while (hashes[at] != 0 && hashes[at] != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static long hash(String type, String text) {
    long hash = type.hashCode();
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSpace = Character.isWhitespace(c);
      if (!isSpace || !space) {
        hash = mix(hash, isSpace ? ' ' : Character.toLowerCase(c));
      }
      space = isSpace;
    }
    return hash == 0 ? 1 : hash;
  }

  private static long mix(long hash, char c) {
    long mixed = (hash ^ c) * MULTIPLIER;
    return mixed ^ (mixed >>> 29);
  }
}
