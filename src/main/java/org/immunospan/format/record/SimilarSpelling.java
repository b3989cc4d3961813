package org.immunospan.format.record;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Whether the text that a corpus gives for a mention is another spelling of what is at its offsets,
 * as {@code TNF-a} for {@code TNF-α}: of the same length, and more than half of its characters are
 * the same, where Greek letters are the same as the Latin letters that replace them.
 */
final class SimilarSpelling {

  private static final String GREEK = "αβγδεζηικλμνοπρστυωß";
  private static final String LATIN = "abgdezhiklmnoprstuwb";

  private SimilarSpelling() {}

  static boolean test(String found, String expected) {
    int[] a = folded(found);
    int[] b = folded(expected);
    if (a.length != b.length) {
      return false;
    }
    int same = 0;
    for (int i = 0; i < a.length; i++) {
      same += a[i] == b[i] ? 1 : 0;
    }
    return 2 * same > a.length;
  }

  private static int[] folded(String text) {
    return text.codePoints().map(SimilarSpelling::fold).toArray();
  }

  private static int fold(int point) {
    int lower = Character.toLowerCase(point);
    int greek = GREEK.indexOf(lower);
    if (greek >= 0) {
      return LATIN.charAt(greek);
    }
    if (Character.isWhitespace(lower)) {
      return ' ';
    }
    String plain =
        Normalizer.normalize(Character.toString(lower), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT);
    return plain.codePointAt(0);
  }
}
