package org.immunospan.format.record;

import java.util.Arrays;
import org.immunospan.text.CodePoints;

/** What the offsets of a gold corpus may count. The first unit that fits the texts is taken. */
enum OffsetCount {
  CODE_POINTS,
  /** Java and JavaScript. */
  UTF16,
  /** The BioC paper asks for bytes of UTF-8. */
  BYTES,
  /** brat on Windows: a line end of two characters counts as one. */
  LINE_ENDS_AS_ONE;

  /** Translates offsets of one text. */
  interface Translation {

    /**
     * The UTF-16 offset.
     *
     * @param anchor the UTF-16 offset from which {@code offset} counts
     * @return -1 when the text has no such place
     */
    int toUtf16(int anchor, int offset);
  }

  Translation on(String text) {
    return switch (this) {
      case CODE_POINTS -> {
        CodePoints points = CodePoints.of(text);
        yield (anchor, offset) -> {
          long at = (long) points.fromUtf16(anchor) + offset;
          return at < 0 || at > points.length() ? -1 : points.toUtf16((int) at);
        };
      }
      case UTF16 ->
          (anchor, offset) -> {
            long at = (long) anchor + offset;
            return at < 0 || at > text.length() ? -1 : (int) at;
          };
      case BYTES, LINE_ENDS_AS_ONE -> {
        int[] counts = counts(text);
        yield (anchor, offset) -> {
          int at = Arrays.binarySearch(counts, counts[anchor] + offset);
          // Two UTF-16 offsets share a count inside a surrogate pair and inside a line end.
          while (at >= 0 && at + 1 < counts.length && counts[at + 1] == counts[at]) {
            at++;
          }
          return Math.max(-1, at);
        };
      }
    };
  }

  /** For each UTF-16 offset, how much of this unit comes before it. */
  private int[] counts(String text) {
    int[] counts = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      counts[i + 1] = counts[i] + size(text, i);
    }
    return counts;
  }

  private int size(String text, int i) {
    char c = text.charAt(i);
    if (this == LINE_ENDS_AS_ONE) {
      boolean counted = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
      return counted || Character.isLowSurrogate(c) ? 0 : 1;
    }
    if (Character.isSurrogate(c)) {
      return 2;
    }
    return c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
  }
}
