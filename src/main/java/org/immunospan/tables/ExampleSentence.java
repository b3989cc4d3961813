package org.immunospan.tables;

import java.util.Locale;
import java.util.Set;

/**
 * The sentence around a mention, found by simple rules: results hold the number of a sentence, but
 * not where it begins and ends.
 *
 * @param text the sentence
 * @param begin where it begins in the text of the document, in UTF-16 code units
 */
record ExampleSentence(String text, int begin) {

  private static final int LONGEST = 600;
  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g", "i.e", "vs", "al", "fig", "figs", "approx", "ca", "cf", "no", "dr", "st");

  /**
   * The sentence around a range, which it always holds in full.
   *
   * @param begin of the range in UTF-16 code units, as is end
   */
  static ExampleSentence around(String text, int begin, int end) {
    int from = begin;
    while (from > 0 && begin - from < LONGEST && !isStart(text, from)) {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end < LONGEST && !isStart(text, to)) {
      to++;
    }
    while (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from--;
    }
    while (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
      to++;
    }
    while (to > end && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new ExampleSentence(text.substring(from, to), from);
  }

  /** Whether a sentence may start at an offset: after a full stop and a space, or on a new line. */
  private static boolean isStart(String text, int at) {
    if (at == 0 || at >= text.length()) {
      return at == 0;
    }
    char before = text.charAt(at - 1);
    if (before == '\n') {
      return true;
    }
    if (before != ' ' || at < 2 || ".?!".indexOf(text.charAt(at - 2)) < 0) {
      return false;
    }
    char first = text.charAt(at);
    return (Character.isUpperCase(first) || Character.isDigit(first) || first == '(')
        && !ABBREVIATIONS.contains(wordBefore(text, at - 2));
  }

  private static String wordBefore(String text, int stop) {
    int from = stop;
    while (from > 0 && stop - from < 8 && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, stop).toLowerCase(Locale.ROOT);
    return word.startsWith("(") ? word.substring(1) : word;
  }
}
