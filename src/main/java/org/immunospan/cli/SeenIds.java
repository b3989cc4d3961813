package org.immunospan.cli;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** The document identifiers of a run so far: a bit for each PMID, a string for any other. */
final class SeenIds {

  private static final int MOST_DIGITS = 8;

  private final BitSet numbers = new BitSet();
  private final Set<String> others = new HashSet<>();

  /** Whether the identifier is new; it is not the second time. */
  boolean add(String id) {
    if (!isPlainNumber(id)) {
      return others.add(id);
    }
    int number = Integer.parseInt(id);
    boolean isNew = !numbers.get(number);
    numbers.set(number);
    return isNew;
  }

  private static boolean isPlainNumber(String id) {
    return !id.isEmpty()
        && id.length() <= MOST_DIGITS
        && id.charAt(0) != '0'
        && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
