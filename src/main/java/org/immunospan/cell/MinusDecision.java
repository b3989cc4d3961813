package org.immunospan.cell;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.immunospan.text.MarkerLevel;

/**
 * Decides whether a hyphen or dash after a marker is a minus, from right to left, when all markers
 * of the sentence are known:
 *
 * <ul>
 *   <li>Before a space, a closing mark, a slash or the end it is one: {@code CD25-, CD25- cells}.
 *   <li>Before a marker it is one if that marker has a level itself: {@code CD3-CD56+}, but not
 *       {@code CD4-CD8 ratio}.
 *   <li>Before a word it is one if a marker with a sure level comes right before: {@code CD4+CD25-T
 *       cells}; or if two or more markers in a row have a dash and the word may begin the name of a
 *       cell: {@code CD4-CD8-T cells}. A word that is often tied to a marker makes a compound:
 *       {@code CD28-mediated}.
 *   <li>The mathematical minus needs no marker before it: {@code CD8−T cells}.
 *   <li>A dash between spaces is a minus only in a row of markers that all have a sign between
 *       spaces: {@code CD14 - CD16 + monocytes}.
 * </ul>
 *
 * <p>Time is linear in the number of markers. Immutable.
 */
final class MinusDecision {

  private static final int MAX_WORD = 40;

  /** A dash in a text that is read up to an end, the marker after it, and what is before it. */
  private record Dash(
      String text,
      int end,
      int at,
      MarkerReader.Reading next,
      boolean afterSure,
      boolean afterDash) {}

  private final Set<String> ties;
  private final Set<String> bare;
  private final Set<String> cellWords;

  /**
   * @param ties words that a hyphen ties to a marker
   * @param bare markers that often have no level, so that a hyphen after them joins two words
   * @param cellWords words that may begin the name of a cell, in lowercase
   */
  MinusDecision(Set<String> ties, Set<String> bare, Set<String> cellWords) {
    this.ties = ties;
    this.bare = bare;
    this.cellWords = cellWords;
  }

  /** Replaces the readings whose dash is a minus. */
  void decide(String text, int end, List<MarkerReader.Reading> readings) {
    boolean[] afterSure = new boolean[readings.size()];
    boolean[] afterDash = new boolean[readings.size()];
    for (int i = 1; i < readings.size(); i++) {
      MarkerReader.Reading before = readings.get(i - 1);
      int dash = dashAfter(text, end, before);
      int from = dash < 0 ? before.end() : dash + 1;
      boolean follows = isRow(text, from, readings.get(i).begin());
      afterSure[i] = follows && (before.isSigned() || (dash >= 0 && afterSure[i - 1]));
      afterDash[i] = follows && dash >= 0;
    }
    for (int i = readings.size() - 1; i >= 0; i--) {
      MarkerReader.Reading reading = readings.get(i);
      int dash = dashAfter(text, end, reading);
      if (dash < 0) {
        continue;
      }
      MarkerReader.Reading next = i + 1 < readings.size() ? readings.get(i + 1) : null;
      boolean spaced = dash > reading.nameEnd();
      boolean sure = afterSure[i] && (spaced || !mayBeBare(text, reading));
      Dash place = new Dash(text, end, dash, next, sure, afterDash[i]);
      if (spaced ? isSpacedMinus(place) : isMinus(place)) {
        readings.set(i, reading.withLevel(MarkerLevel.NEGATIVE, dash + 1, spaced));
      }
    }
  }

  /** The offset of the dash after a marker without a level, perhaps after a space, or -1. */
  private static int dashAfter(String text, int end, MarkerReader.Reading reading) {
    if (reading.isSigned()) {
      return -1;
    }
    int at = reading.nameEnd();
    if (at < end && LevelReader.isDash(text.charAt(at))) {
      return isGenotype(text, at, end) ? -1 : at;
    }
    boolean spaced =
        at + 1 < end
            && text.charAt(at) == ' '
            && LevelReader.isDash(text.charAt(at + 1))
            && (at + 2 >= end || !Character.isLetterOrDigit(text.charAt(at + 2)));
    return spaced ? at + 1 : -1;
  }

  private static boolean isGenotype(String text, int at, int end) {
    return at + 2 < end && text.charAt(at + 1) == '/' && LevelReader.isDash(text.charAt(at + 2));
  }

  /** Whether two markers follow each other with nothing, a space or a slash between them. */
  private static boolean isRow(String text, int from, int to) {
    return from == to || (to == from + 1 && (isSpace(text, from) || text.charAt(from) == '/'));
  }

  /** Whether a marker after a space often has no level: {@code CD45RA+ CD8-T cells}. */
  private boolean mayBeBare(String text, MarkerReader.Reading reading) {
    return bare.contains(reading.key()) && isSpace(text, reading.begin() - 1);
  }

  private static boolean isSpace(String text, int at) {
    return text.charAt(at) == ' ';
  }

  private boolean isMinus(Dash dash) {
    String text = dash.text();
    int end = dash.end();
    MarkerReader.Reading next = dash.next();
    int at = dash.at() + 1;
    if (at >= end) {
      return true;
    }
    char c = text.charAt(at);
    if (!Character.isLetterOrDigit(c)) {
      return c != '-' && c != '(';
    }
    if (next != null && next.begin() == at) {
      return next.isSigned() && !next.loose();
    }
    if (Character.isDigit(c)) {
      return false;
    }
    String word = wordAt(text, at, end);
    if (ties.contains(word)) {
      return false;
    }
    return dash.afterSure()
        || LevelReader.isMathMinus(text.charAt(dash.at()))
        || (dash.afterDash() && cellWords.contains(word.toLowerCase(Locale.ROOT)));
  }

  private boolean isSpacedMinus(Dash dash) {
    String text = dash.text();
    MarkerReader.Reading next = dash.next();
    int at = dash.at() + 2;
    if (next != null && next.begin() == at) {
      return next.isSigned() && next.loose();
    }
    boolean row =
        dash.afterSure() || dash.afterDash() || LevelReader.isMathMinus(text.charAt(dash.at()));
    return row
        && at < dash.end()
        && text.charAt(dash.at() + 1) == ' '
        && cellWords.contains(wordAt(text, at, dash.end()).toLowerCase(Locale.ROOT));
  }

  private static String wordAt(String text, int begin, int end) {
    int at = begin;
    while (at < end && at - begin < MAX_WORD && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(begin, at);
  }
}
