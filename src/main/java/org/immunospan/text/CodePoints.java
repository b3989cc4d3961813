package org.immunospan.text;

/**
 * Translates offsets on one text between UTF-16 code units (Java, JavaScript, CAS) and Unicode code
 * points (Python, R, spans.csv). For a text without characters beyond the Basic Multilingual Plane
 * both are the same and nothing is stored. An offset into the middle of a surrogate pair is
 * refused. Immutable.
 */
public final class CodePoints {

  private final int utf16Length;

  /** Offset of each code point in code units, with the length at the end; null when trivial. */
  private final int[] utf16OfCodePoint;

  /** The inverse, with -1 inside a surrogate pair; null when trivial. */
  private final int[] codePointOfUtf16;

  private CodePoints(int utf16Length, int[] utf16OfCodePoint, int[] codePointOfUtf16) {
    this.utf16Length = utf16Length;
    this.utf16OfCodePoint = utf16OfCodePoint;
    this.codePointOfUtf16 = codePointOfUtf16;
  }

  /** The translation for one text. O(length). */
  public static CodePoints of(String text) {
    int length = text.length();
    int count = text.codePointCount(0, length);
    if (count == length) {
      return new CodePoints(length, null, null);
    }
    int[] utf16OfCodePoint = new int[count + 1];
    int[] codePointOfUtf16 = new int[length + 1];
    int unit = 0;
    for (int point = 0; point < count; point++) {
      utf16OfCodePoint[point] = unit;
      codePointOfUtf16[unit] = point;
      if (Character.charCount(text.codePointAt(unit)) == 2) {
        codePointOfUtf16[unit + 1] = -1;
        unit += 2;
      } else {
        unit++;
      }
    }
    utf16OfCodePoint[count] = length;
    codePointOfUtf16[length] = count;
    return new CodePoints(length, utf16OfCodePoint, codePointOfUtf16);
  }

  /** The number of code points before a UTF-16 offset. */
  public int fromUtf16(int offset) {
    check(offset, utf16Length, "UTF-16 code units");
    int point = codePointOfUtf16 == null ? offset : codePointOfUtf16[offset];
    if (point < 0) {
      throw new IllegalArgumentException("offset " + offset + " splits a surrogate pair");
    }
    return point;
  }

  /** The number of UTF-16 code units before a code point offset. */
  public int toUtf16(int offset) {
    check(offset, length(), "code points");
    return utf16OfCodePoint == null ? offset : utf16OfCodePoint[offset];
  }

  /** The length of the text in code points. */
  public int length() {
    return utf16OfCodePoint == null ? utf16Length : utf16OfCodePoint.length - 1;
  }

  private static void check(int offset, int length, String unit) {
    if (offset < 0 || offset > length) {
      throw new IllegalArgumentException(
          "offset " + offset + " is outside the text of " + length + " " + unit);
    }
  }
}
