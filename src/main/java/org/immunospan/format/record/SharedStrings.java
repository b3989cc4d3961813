package org.immunospan.format.record;

/**
 * Lets equal strings of many records be one object, so that a corpus with a few types and
 * identifiers, repeated millions of times, needs little memory. A string is forgotten when another
 * one takes its place, so the table never grows. Safe for threads: what one thread misses costs it
 * an object, not a wrong string. Several times faster than {@link String#intern}.
 */
final class SharedStrings {

  private static final int SIZE = 1 << 12;
  private static final String[] KNOWN = new String[SIZE];

  private SharedStrings() {}

  /** An equal string. */
  static String of(String string) {
    int hash = string.hashCode();
    int place = (hash ^ hash >>> 15) & (SIZE - 1);
    String known = KNOWN[place];
    if (string.equals(known)) {
      return known;
    }
    KNOWN[place] = string;
    return string;
  }
}
