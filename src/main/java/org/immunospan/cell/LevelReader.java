package org.immunospan.cell;

import java.util.Map;
import java.util.stream.Collectors;
import org.immunospan.text.MarkerLevel;

/**
 * Reads the level after the name of a marker: signs, words, ranges such as {@code lo/-}, in
 * brackets or after a space. A hyphen that may join two words is not a level here; see {@link
 * MinusDecision}. Looks at a bounded number of characters. Immutable.
 */
final class LevelReader {

  /** A level and the offset after it. */
  record Level(MarkerLevel level, int end, boolean loose) {}

  /** Hyphens and dashes, which may join two words. */
  private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d";

  /** The mathematical minus, which seldom joins two words. */
  private static final char MINUS = '\u2212';

  /** Signs that are nothing but a minus. */
  private static final String SURE_MINUSES = "\u207b\u02c9\u02d7\u00af";

  private static final String PLUSES = "+\u207a\uff0b";

  private final String[] words;
  private final MarkerLevel[] levelOfWord;
  private final String[] bearing;

  LevelReader(CellRules rules) {
    Map<String, String> meanings =
        rules.meanings("level").entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    this.words =
        meanings.keySet().stream()
            .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
            .toArray(String[]::new);
    this.levelOfWord = new MarkerLevel[words.length];
    for (int i = 0; i < words.length; i++) {
      levelOfWord[i] = MarkerLevel.ofSign(meanings.get(words[i]));
    }
    this.bearing = rules.forms("bearing").stream().sorted().toArray(String[]::new);
  }

  static boolean isDash(char c) {
    return c == MINUS || DASHES.indexOf(c) >= 0;
  }

  static boolean isMathMinus(char c) {
    return c == MINUS;
  }

  private static boolean isPlus(char c) {
    return PLUSES.indexOf(c) >= 0;
  }

  private static boolean isSureMinus(char c) {
    return SURE_MINUSES.indexOf(c) >= 0;
  }

  /** Where a plain plus after a name ends, or -1: {@code +}, {@code (+)}, {@code -positive}. */
  static int plainPlusEnd(String text, int at, int end) {
    if (at < end && isPlus(text.charAt(at))) {
      return at + 1;
    }
    if (text.startsWith("(+)", at) && at + 3 <= end) {
      return at + 3;
    }
    if (at < end && isDash(text.charAt(at)) && text.startsWith("positive", at + 1)) {
      return at + 1 + "positive".length();
    }
    return -1;
  }

  /** The level that begins where a name ends, or null. */
  Level after(String text, int begin, int end) {
    if (begin >= end) {
      return null;
    }
    char c = text.charAt(begin);
    if (c == '(' || c == '[') {
      return bracketed(text, begin, end);
    }
    if (c == '^') {
      return range(text, begin + 1, end, false);
    }
    if (isSpace(c)) {
      return loose(text, begin + 1, end);
    }
    if (isDash(c)) {
      Level word = word(text, begin + 1, end);
      if (word != null) {
        return withRange(text, word, end);
      }
      Level bearingLevel = bearing(text, begin + 1, end);
      if (bearingLevel != null) {
        return bearingLevel;
      }
      return isGenotype(text, begin, end) ? null : range(text, begin, end, false);
    }
    return range(text, begin, end, false);
  }

  /** {@code -/-} is said of genes, not of levels. */
  private static boolean isGenotype(String text, int at, int end) {
    return at + 2 < end && text.charAt(at + 1) == '/' && isDash(text.charAt(at + 2));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u2009' || c == '\u202f';
  }

  private Level bracketed(String text, int opening, int end) {
    Level inside = range(text, opening + 1, end, true);
    boolean closed = inside != null && inside.end() < end && isClosing(text, inside.end());
    return closed ? new Level(inside.level(), inside.end() + 1, false) : null;
  }

  /** A level after a space: signs that are alone, a bracket, or a word. */
  private Level loose(String text, int at, int end) {
    if (at >= end) {
      return null;
    }
    char c = text.charAt(at);
    if (c == '(' || c == '[') {
      Level level = bracketed(text, at, end);
      return level == null ? null : new Level(level.level(), level.end(), true);
    }
    if (isPlus(c) || isSureMinus(c)) {
      Level level = core(text, at, end, false);
      boolean alone = level.end() >= end || !Character.isLetterOrDigit(text.charAt(level.end()));
      return alone ? new Level(level.level(), level.end(), true) : null;
    }
    Level word = word(text, at, end);
    if (word == null) {
      word = bearing(text, at, end);
    }
    return word == null ? null : new Level(word.level(), word.end(), true);
  }

  /** A level, or two with a slash between them. */
  private Level range(String text, int at, int end, boolean dashIsMinus) {
    Level first = core(text, at, end, dashIsMinus);
    return first == null ? null : withRange(text, first, end);
  }

  private Level withRange(String text, Level first, int end) {
    int slash = first.end();
    if (slash + 1 < end && text.charAt(slash) == '/') {
      Level second = core(text, slash + 1, end, true);
      if (second != null) {
        return new Level(first.level().or(second.level()), second.end(), false);
      }
    }
    return first;
  }

  /** Signs or a word, with nothing before them. */
  private Level core(String text, int at, int end, boolean dashIsMinus) {
    if (at >= end) {
      return null;
    }
    char c = text.charAt(at);
    if (isPlus(c)) {
      int plusEnd = at + 1;
      while (plusEnd < end && plusEnd < at + 3 && text.charAt(plusEnd) == c) {
        plusEnd++;
      }
      MarkerLevel level =
          switch (plusEnd - at) {
            case 1 -> MarkerLevel.POSITIVE;
            case 2 -> MarkerLevel.STRONGLY_POSITIVE;
            default -> MarkerLevel.VERY_STRONGLY_POSITIVE;
          };
      return new Level(level, plusEnd, false);
    }
    if (isSureMinus(c)) {
      return new Level(MarkerLevel.NEGATIVE, at + 1, false);
    }
    if (isDash(c)) {
      return dashIsMinus ? new Level(MarkerLevel.NEGATIVE, at + 1, false) : null;
    }
    return word(text, at, end);
  }

  /** A word of level that no lowercase letter follows. */
  private Level word(String text, int at, int end) {
    for (int i = 0; i < words.length; i++) {
      int wordEnd = at + words[i].length();
      if (wordEnd <= end
          && text.regionMatches(true, at, words[i], 0, words[i].length())
          && (wordEnd == end || !Character.isLowerCase(text.charAt(wordEnd)))) {
        return new Level(levelOfWord[i], wordEnd, false);
      }
    }
    return null;
  }

  private Level bearing(String text, int at, int end) {
    for (String word : bearing) {
      int wordEnd = at + word.length();
      if (wordEnd <= end && text.startsWith(word, at)) {
        return new Level(MarkerLevel.POSITIVE, wordEnd, false);
      }
    }
    return null;
  }

  private static boolean isClosing(String text, int at) {
    return text.charAt(at) == ')' || text.charAt(at) == ']';
  }
}
