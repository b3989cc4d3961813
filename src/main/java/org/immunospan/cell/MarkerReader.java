package org.immunospan.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.immunospan.text.Marker;
import org.immunospan.text.MarkerLevel;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * Reads markers and their levels in a sentence: {@code CD4+CD25(high)Foxp3+CD127lo/-} is four. It
 * works on characters, since the letters of a level and of the next marker may be one token.
 *
 * <p>Most signs are plain. A hyphen may be a minus or join two words, so it is decided last, in
 * {@link MinusDecision}, when the markers around it are known. A marker without a level is read
 * too. Unknown names count only with an outright plus ({@code EG2+ cells}, {@code EG2-positive}).
 *
 * <p>Time is linear in the length of the sentence. Immutable.
 */
final class MarkerReader {

  /**
   * A marker with its level.
   *
   * @param nameEnd where the name ends and the level begins
   * @param end where the level ends
   * @param loose whether a space parts marker and level, so that the level may belong elsewhere
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

    Reading withLevel(MarkerLevel newLevel, int newEnd, boolean newLoose) {
      return new Reading(name, begin, nameEnd, newEnd, newLevel, newLoose);
    }
  }

  private static final int MAX_UNKNOWN_NAME = 10;

  private final MarkerTable table;
  private final LevelReader levels;
  private final MinusDecision minus;

  /**
   * @param cellWords words that may begin the name of a cell, in lowercase
   */
  MarkerReader(MarkerTable table, CellRules rules, Set<String> cellWords) {
    this.table = table;
    this.levels = new LevelReader(rules);
    this.minus = new MinusDecision(rules.forms("tie"), rules.forms("bare"), cellWords);
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
      if (begin < at || !Character.isLetter(text.charAt(begin)) || isAttached(text, begin)) {
        continue;
      }
      for (Reading reading = readAt(text, begin, end);
          reading != null;
          reading =
              at < end && Character.isLetter(text.charAt(at)) ? readAt(text, at, end) : null) {
        readings.add(reading);
        at = reading.end();
      }
    }
    minus.decide(text, end, readings);
    return readings;
  }

  private Reading readAt(String text, int begin, int end) {
    List<MarkerTable.Found> names = table.namesAt(text, begin, end);
    for (MarkerTable.Found found : names) {
      LevelReader.Level level = levels.after(text, found.end(), end);
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

  private static boolean isAttached(String text, int begin) {
    return begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1));
  }

  /** A name of capitals or digits that is not in the table but has a plain plus. */
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
    int plusEnd = LevelReader.plainPlusEnd(text, at, end);
    if (plusEnd < 0) {
      return null;
    }
    String name = text.substring(begin, at);
    return new Reading(
        new MarkerTable.Name(name, name, ""), begin, at, plusEnd, MarkerLevel.POSITIVE, false);
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
}
