package org.immunospan.lexicon;

import java.util.Arrays;
import org.immunospan.text.Tokens;

/**
 * A sentence as the matcher sees it: one unit for each token, except that what spelling varies in
 * is left out. A hyphen, an apostrophe or a trademark sign between or after words without a space
 * is not a unit ({@code T-cell} is {@code T cell}, {@code IL-2} is {@code IL2}); a genitive {@code
 * 's} is not one either ({@code Kupffer's cells}); {@code (+)} is the unit {@code +}. One per
 * thread; holds one sentence at a time.
 */
final class TermUnits {

  private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2212";
  private static final String APOSTROPHES = "'\u2019\u02bc";
  private static final String MARKS_OF_TRADE = "\u00ae\u2122";

  private Tokens tokens;
  private int size;

  /** The first and last token of each unit and the one that holds its word. */
  private int[] first = new int[64];

  private int[] last = new int[64];
  private int[] core = new int[64];

  void read(Tokens newTokens) {
    tokens = newTokens;
    size = 0;
    if (first.length < tokens.size()) {
      first = new int[2 * tokens.size()];
      last = new int[first.length];
      core = new int[first.length];
    }
    for (int i = 0; i < tokens.size(); ) {
      i += readUnit(i);
    }
  }

  int size() {
    return size;
  }

  int first(int unit) {
    return first[unit];
  }

  int last(int unit) {
    return last[unit];
  }

  /** The word of a unit as it is written. */
  String form(int unit) {
    return tokens.text(core[unit]);
  }

  void fold(int unit, TermNormaliser normaliser) {
    int token = core[unit];
    normaliser.fold(tokens.documentText(), tokens.begin(token), tokens.end(token));
  }

  void foldKeepingCase(int unit, TermNormaliser normaliser) {
    int token = core[unit];
    normaliser.foldKeepingCase(tokens.documentText(), tokens.begin(token), tokens.end(token));
  }

  /** The words of the sentence as they are written, run together. */
  String written() {
    StringBuilder written = new StringBuilder();
    for (int unit = 0; unit < size; unit++) {
      written.append(form(unit));
    }
    return written.toString();
  }

  /**
   * Whether the words of a range of units, run together, are {@code name} from a character on; the
   * first letter may be a capital instead.
   */
  boolean isWritten(String name, int from, int firstUnit, int lastUnit) {
    String text = tokens.documentText();
    int at = from;
    for (int unit = firstUnit; unit <= lastUnit; unit++) {
      int begin = tokens.begin(core[unit]);
      int length = tokens.end(core[unit]) - begin;
      boolean first = at == from;
      if (first && at < name.length()) {
        if (text.charAt(begin) != name.charAt(at)
            && Character.toLowerCase(text.charAt(begin)) != name.charAt(at)) {
          return false;
        }
        begin++;
        length--;
        at++;
      }
      if (!text.regionMatches(begin, name, at, length)) {
        return false;
      }
      at += length;
    }
    return at == name.length();
  }

  /** Whether a letter or digit runs on into the token without even a hyphen, as in {@code xT}. */
  boolean isGluedBefore(int token) {
    return token > 0 && touch(token - 1) && isWord(token - 1) && isWord(token);
  }

  boolean isGluedAfter(int token) {
    return token + 1 < tokens.size() && isGluedBefore(token + 1);
  }

  /** Reads what begins at a token and returns its number of tokens. */
  private int readUnit(int token) {
    char c = onlyCharacter(token);
    if (c == '(' && isPlusInBrackets(token)) {
      add(token, token + 2, token + 1);
      return 3;
    }
    if (c != 0 && token > 0 && touch(token - 1)) {
      boolean touchesNext = token + 1 < tokens.size() && touch(token);
      if ((HYPHENS.indexOf(c) >= 0 && touchesNext) || MARKS_OF_TRADE.indexOf(c) >= 0) {
        return 1;
      }
      if (APOSTROPHES.indexOf(c) >= 0) {
        boolean genitive = touchesNext && onlyCharacter(token + 1) == 's';
        return genitive && !isGluedAfter(token + 1) ? 2 : 1;
      }
    }
    add(token, token, token);
    return 1;
  }

  private boolean isPlusInBrackets(int token) {
    return token + 2 < tokens.size()
        && touch(token)
        && touch(token + 1)
        && onlyCharacter(token + 1) == '+'
        && onlyCharacter(token + 2) == ')';
  }

  private void add(int firstToken, int lastToken, int coreToken) {
    first[size] = firstToken;
    last[size] = lastToken;
    core[size++] = coreToken;
  }

  /** The character of a token of one code unit, else 0. */
  private char onlyCharacter(int token) {
    int begin = tokens.begin(token);
    return tokens.end(token) == begin + 1 ? tokens.documentText().charAt(begin) : 0;
  }

  private boolean touch(int token) {
    return tokens.end(token) == tokens.begin(token + 1);
  }

  private boolean isWord(int token) {
    return Character.isLetterOrDigit(tokens.documentText().codePointAt(tokens.begin(token)));
  }

  @Override
  public String toString() {
    return Arrays.toString(Arrays.copyOf(core, size));
  }
}
