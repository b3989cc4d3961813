package org.immunospan.text;

import java.util.Comparator;

/**
 * A half-open range {@code [begin, end)} of UTF-16 code units, the unit of {@link String#charAt}
 * and of CAS offsets. Files that count code points or bytes are converted on reading and on writing
 * ({@link CodePoints}). Ordered by begin, then longest first. Immutable.
 */
public record Span(int begin, int end) implements Comparable<Span> {

  private static final Comparator<Span> ORDER =
      Comparator.comparingInt(Span::begin).thenComparing(Span::end, Comparator.reverseOrder());

  public Span {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException(
          "a span must satisfy 0 <= begin < end, got [" + begin + ", " + end + ")");
    }
  }

  public int length() {
    return end - begin;
  }

  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }

  public boolean contains(Span other) {
    return begin <= other.begin && other.end <= end;
  }

  /** The slice of the text that this span covers. */
  public String of(String text) {
    return text.substring(begin, end);
  }

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "[" + begin + ", " + end + ")";
  }
}
