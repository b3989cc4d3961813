package org.immunospan.crf;

/**
 * Stands for a feature's text as 64 bits, so that neither training nor decoding keeps strings. The
 * key is the polynomial {@code Σ (c_i + 1) · B^(n-1-i)} modulo 2^64 over the characters c of the
 * text (Karp and Rabin 1987); the key of a text follows from the keys of its pieces, without the
 * text. In a million features, the chance that any two share a key is below 1 in 10 million.
 */
public final class FeatureKey {

  /** Odd, so that no power of it loses bits; otherwise arbitrary. */
  private static final long BASE = 0x9E3779B97F4A7C15L;

  private FeatureKey() {}

  public static long of(String text) {
    return of(text, 0, text.length());
  }

  /** The key of {@code text[begin, end)}. */
  public static long of(String text, int begin, int end) {
    long key = 0;
    for (int i = begin; i < end; i++) {
      key = key * BASE + text.charAt(i) + 1;
    }
    return key;
  }

  /** The key of a sequence of keys. */
  public static long of(long[] keys) {
    long key = 0;
    for (long each : keys) {
      key = key * BASE + spread(each);
    }
    return key;
  }

  /** B to the length of a text: what {@link #join} needs to know of its right-hand piece. */
  public static long power(int length) {
    long power = 1;
    for (int i = 0; i < length; i++) {
      power *= BASE;
    }
    return power;
  }

  /** The key of two pieces of text, one after the other. */
  public static long join(long left, long right, long rightPower) {
    return left * rightPower + right;
  }

  /**
   * Spreads a key evenly over 64 bits; distinct keys stay distinct (the finaliser of MurmurHash3).
   */
  public static long spread(long key) {
    long k = key;
    k = (k ^ (k >>> 33)) * 0xFF51AFD7ED558CCDL;
    k = (k ^ (k >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return k ^ (k >>> 33);
  }
}
