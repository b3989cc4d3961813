package org.immunospan.cell;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.Marker;
import org.immunospan.text.MarkerLevel;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * Reads markers and their levels off a sentence: {@code CD4+CD25(high)Foxp3+CD127lo/-} is four. It
 * works on characters, since the letters of a level and of the next marker may be one token.
 *
 * <p>A hyphen is a minus only where it cannot be anything else: before a blank, a closing mark, the
 * end or another signed marker ({@code CD3-CD56+}); {@code CD28-mediated} has none. A marker
 * without a level is read too. Unknown names count only with an outright plus ({@code EG2+ cells},
 * {@code EG2-positive}). Immutable.
 */
final class MarkerReader {

  /**
   * A marker as it stands.
   *
   * @param nameEnd where the name ends and the level begins
   * @param end where the level ends
   * @param loose whether a blank parts marker and level, so that the level may belong elsewhere
   */
  record Reading(
      MarkerTable.Name name, int begin, int nameEnd, int end, MarkerLevel level, boolean loose) {

    /** The key of the marker, the same for all its names: {@code CD11b} for {@code Mac-1}. */
    String key() {
      return name.marker();
    }

    Marker toMarker() {
      return new Marker(new Span(begin, nameEnd), name.name(), level, name.identifier());
    }

    boolean isSigned() {
      return level != MarkerLevel.UNWRITTEN;
    }
  }

  /** A level and the offset behind it. */
  private record Level(MarkerLevel level, int end, boolean loose) {}

  private static final int MAX_UNKNOWN_NAME = 10;

  private static final String[] LEVEL_WORDS = {
    "intermediate",
    "negative",
    "positive",
    "bright",
    "dull",
    "high",
    "null",
    "low",
    "int",
    "med",
    "mid",
    "dim",
    "pos",
    "neg",
    "hi",
    "lo"
  };

  private static final MarkerLevel[] LEVEL_OF_WORD = {
    MarkerLevel.INTERMEDIATE,
    MarkerLevel.NEGATIVE,
    MarkerLevel.POSITIVE,
    MarkerLevel.BRIGHT,
    MarkerLevel.DIM,
    MarkerLevel.HIGH,
    MarkerLevel.NEGATIVE,
    MarkerLevel.LOW,
    MarkerLevel.INTERMEDIATE,
    MarkerLevel.INTERMEDIATE,
    MarkerLevel.INTERMEDIATE,
    MarkerLevel.DIM,
    MarkerLevel.POSITIVE,
    MarkerLevel.NEGATIVE,
    MarkerLevel.HIGH,
    MarkerLevel.LOW
  };

  private static final String[] POSITIVE_WORDS = {"expressing", "bearing"};

  private final MarkerTable table;

  MarkerReader(MarkerTable table) {
    this.table = table;
  }

  /** The markers of a sentence, sorted, disjoint. */
  List<Reading> read(Tokens tokens) {
    List<Reading> readings = new ArrayList<>(0);
    if (tokens.size() == 0) {
      return readings;
    }
    String text = tokens.documentText();
    int end = tokens.end(tokens.size() - 1);
    int at = 0;
    for (int token = 0; token < tokens.size(); token++) {
      int begin = tokens.begin(token);
      if (begin < at || !Character.isLetter(text.charAt(begin)) || isGlued(text, begin)) {
        continue;
      }
      for (Reading reading = readAt(text, begin, end);
          reading != null;
          reading = at < end ? readAt(text, at, end) : null) {
        readings.add(reading);
        at = reading.end();
      }
    }
    return readings;
  }

  private Reading readAt(String text, int begin, int end) {
    List<MarkerTable.Found> names = table.namesAt(text, begin, end);
    for (MarkerTable.Found found : names) {
      Level level = levelAt(text, found.end(), end);
      if (level != null) {
        return new Reading(
            found.name(), begin, found.end(), level.end(), level.level(), level.loose());
      }
      if (found.end() == end
          || !Character.isLetterOrDigit(text.charAt(found.end()))
          || isTableNameAt(text, found.end(), end)) {
        return new Reading(
            found.name(), begin, found.end(), found.end(), MarkerLevel.UNWRITTEN, false);
      }
    }
    return unknownAt(text, begin, end);
  }

  /** Whether a name with a digit follows at once: {@code CD4CD25}. */
  private boolean isTableNameAt(String text, int begin, int end) {
    return text.startsWith("CD", begin) && !table.namesAt(text, begin, end).isEmpty();
  }

  private static boolean isGlued(String text, int begin) {
    return begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1));
  }

  /** A name of capitals or digits that is not in the table but carries a plain plus. */
  private static Reading unknownAt(String text, int begin, int end) {
    boolean telling = false;
    int at = begin;
    while (at < end && at - begin <= MAX_UNKNOWN_NAME && isNameCharacter(text, at, end)) {
      char c = text.charAt(at);
      telling |= Character.isDigit(c) || (Character.isUpperCase(c) && at + 1 < end);
      at++;
    }
    if (!telling || at - begin < 2) {
      return null;
    }
    Level level = plusAt(text, at, end);
    if (level == null) {
      return null;
    }
    String name = text.substring(begin, at);
    return new Reading(
        new MarkerTable.Name(name, name, ""), begin, at, level.end(), level.level(), false);
  }

  private static boolean isNameCharacter(String text, int at, int end) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    return MarkerTable.isHyphen(c)
        && at + 1 < end
        && Character.isLetterOrDigit(text.charAt(at + 1))
        && !text.startsWith("positive", at + 1);
  }

  private static Level plusAt(String text, int at, int end) {
    if (text.startsWith("+", at) || text.startsWith("⁺", at)) {
      return new Level(MarkerLevel.POSITIVE, at + 1, false);
    }
    if (text.startsWith("(+)", at) && at + 3 <= end) {
      return new Level(MarkerLevel.POSITIVE, at + 3, false);
    }
    if (at < end && MarkerTable.isHyphen(text.charAt(at)) && text.startsWith("positive", at + 1)) {
      return new Level(MarkerLevel.POSITIVE, at + 1 + "positive".length(), false);
    }
    return null;
  }

  private Level levelAt(String text, int begin, int end) {
    if (begin >= end) {
      return null;
    }
    char c = text.charAt(begin);
    if (c == '(' || c == '[') {
      Level inside = rangeAt(text, begin + 1, end, true);
      boolean closed = inside != null && inside.end() < end && isClosing(text, inside.end());
      return closed ? new Level(inside.level(), inside.end() + 1, false) : null;
    }
    if (c == '^') {
      return rangeAt(text, begin + 1, end, false);
    }
    if (c == ' ') {
      return looseAt(text, begin + 1, end);
    }
    if (isMinus(c)) {
      Level word = wordAt(text, begin + 1, end);
      if (word != null) {
        return withRange(text, word, end);
      }
      Level bearing = bearingAt(text, begin + 1, end);
      if (bearing != null) {
        return bearing;
      }
    }
    return rangeAt(text, begin, end, false);
  }

  /** A level behind a blank: a lone plus or a word. */
  private static Level looseAt(String text, int at, int end) {
    if (at < end && text.charAt(at) == '+') {
      boolean alone = at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1));
      return alone ? new Level(MarkerLevel.POSITIVE, at + 1, true) : null;
    }
    Level word = wordAt(text, at, end);
    if (word == null) {
      word = bearingAt(text, at, end);
    }
    return word == null ? null : new Level(word.level(), word.end(), true);
  }

  /** A level, or two with a slash between them. */
  private Level rangeAt(String text, int at, int end, boolean inBrackets) {
    Level first = coreAt(text, at, end, inBrackets);
    return first == null ? null : withRange(text, first, end);
  }

  private Level withRange(String text, Level first, int end) {
    int slash = first.end();
    if (slash + 1 < end && text.charAt(slash) == '/') {
      Level second = coreAt(text, slash + 1, end, true);
      if (second != null) {
        return new Level(first.level().or(second.level()), second.end(), false);
      }
    }
    return first;
  }

  /** Signs or a word, with nothing before them. */
  private Level coreAt(String text, int at, int end, boolean minusIsSure) {
    if (at >= end) {
      return null;
    }
    char c = text.charAt(at);
    if (c == '+' || c == '⁺') {
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
    if (c == '⁻') {
      return new Level(MarkerLevel.NEGATIVE, at + 1, false);
    }
    if (isMinus(c)) {
      boolean minus = minusIsSure || isMinusByContext(text, at, end);
      return minus ? new Level(MarkerLevel.NEGATIVE, at + 1, false) : null;
    }
    return wordAt(text, at, end);
  }

  /** Whether a hyphen can only be a minus: nothing is tied to it, or another signed marker is. */
  private boolean isMinusByContext(String text, int hyphen, int end) {
    int next = hyphen + 1;
    if (next >= end) {
      return true;
    }
    char c = text.charAt(next);
    if (c == '/') {
      return true;
    }
    if (!Character.isLetterOrDigit(c)) {
      return c != '-' && c != '(';
    }
    Reading following = readAt(text, next, end);
    return following != null && following.isSigned() && !following.loose();
  }

  /** A word of level that no small letter follows. */
  private static Level wordAt(String text, int at, int end) {
    for (int i = 0; i < LEVEL_WORDS.length; i++) {
      int wordEnd = at + LEVEL_WORDS[i].length();
      if (wordEnd <= end
          && text.regionMatches(true, at, LEVEL_WORDS[i], 0, LEVEL_WORDS[i].length())
          && (wordEnd == end || !Character.isLowerCase(text.charAt(wordEnd)))) {
        return new Level(LEVEL_OF_WORD[i], wordEnd, false);
      }
    }
    return null;
  }

  private static Level bearingAt(String text, int at, int end) {
    for (String word : POSITIVE_WORDS) {
      int wordEnd = at + word.length();
      if (wordEnd <= end && text.startsWith(word, at)) {
        return new Level(MarkerLevel.POSITIVE, wordEnd, false);
      }
    }
    return null;
  }

  private static boolean isMinus(char c) {
    return MarkerTable.isHyphen(c) || c == '\u2212' || c == '\u2013';
  }

  private static boolean isClosing(String text, int at) {
    return text.charAt(at) == ')' || text.charAt(at) == ']';
  }
}
