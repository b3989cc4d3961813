package org.immunospan.evaluate;

import java.util.Comparator;

/**
 * A mention as the matching sees it: a half-open range of code points, so that "shares most" means
 * the same as for programs that count in them.
 *
 * @param typeIndex index of the {@link TypeFilter} it is scored under
 * @param identifier CURIEs joined by {@code |}; empty when unknown
 */
record Item(int begin, int end, int typeIndex, String identifier) {

  /** Independent of the order of the input; the same for gold and system. */
  static final Comparator<Item> ORDER =
      Comparator.comparingInt(Item::begin)
          .thenComparingInt(Item::end)
          .thenComparingInt(Item::typeIndex)
          .thenComparing(Item::identifier);

  boolean overlaps(Item other) {
    return begin < other.end && other.begin < end;
  }

  boolean sameSpan(Item other) {
    return begin == other.begin && end == other.end;
  }

  int shared(Item other) {
    return Math.min(end, other.end) - Math.max(begin, other.begin);
  }

  /** Whether both have identifiers and at least one in common. */
  boolean sharesIdentifier(Item other) {
    if (identifier.isEmpty() || other.identifier.isEmpty()) {
      return false;
    }
    if (identifier.equals(other.identifier)) {
      return true;
    }
    return Identifier.set(identifier).stream().anyMatch(Identifier.set(other.identifier)::contains);
  }
}
