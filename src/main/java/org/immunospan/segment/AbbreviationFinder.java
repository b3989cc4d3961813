package org.immunospan.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.Span;

/**
 * Finds where a text introduces an abbreviation: {@code regulatory T cell (RTC)} or, the other way
 * round, {@code RTC (regulatory T cell)}. The algorithm of A. Schwartz and M. Hearst, "A simple
 * algorithm for identifying abbreviation definitions in biomedical text", PSB 2003, who report a
 * precision of 0.96 and a recall of 0.82 on 1,000 abstracts.
 *
 * <p>Three rules are added. Where the last words begin with the characters of the short form, one
 * by one, they are the long form ({@code experimental autoimmune encephalomyelitis (EAE)}, where
 * the published search stops at the last word): this changed 490 of 51,419 pairs on the 46,202
 * abstracts without annotation, about 55 of 60 read for the better. A long form with an unpaired
 * bracket is not one: there were 1,924 such pairs, and none of 40 that were read was right. And
 * lists are read as well, where a sentence defines two at least ({@code DC, dendritic cell; Mac:
 * macrophage}): 109 pairs, 107 of them right, all read.
 *
 * <p>A short form has 2 to 10 characters in one or two words, begins with a letter or digit and has
 * a letter. Its characters must occur in order in the long form, the first at the start of a word;
 * the long form has at most min(n + 5, 2n) words for n characters and ends at the bracket. Misses
 * what breaks the order ({@code regulatory T cells (Tregs)}), square brackets, and letters that are
 * not in the long form ({@code IFN-γ} for {@code interferon gamma}). Immutable.
 */
public final class AbbreviationFinder {

  private static final int MIN_LENGTH = 2;
  private static final int MAX_LENGTH = 10;
  private static final int MAX_WORDS = 2;

  /** What separates short and long forms in a list of abbreviations; a full stop does, too. */
  private static final String ENDS_OF_LISTED = ",;:=()";

  /** How far from a short form its long form is sought, so that a long text takes linear time. */
  private static final int REACH = 500;

  /** Two definitions in one sentence make a list. */
  private static final int MIN_LISTED = 2;

  /**
   * The definitions inside the sentences of a text, sorted by the start of the short form; spans
   * are on the text.
   */
  public List<Abbreviation> find(String text, List<Span> sentences) {
    List<Abbreviation> found = new ArrayList<>();
    for (Span sentence : sentences) {
      found.addAll(find(text, sentence));
    }
    found.sort(Comparator.comparingInt(abbreviation -> abbreviation.shortForm().begin()));
    return found;
  }

  /** The definitions inside one sentence of a text: those in brackets, then those in lists. */
  List<Abbreviation> find(String text, Span sentence) {
    List<Abbreviation> found = new ArrayList<>();
    for (Span bracket : brackets(text, sentence)) {
      if (bracket.length() > MIN_LENGTH) {
        inBrackets(text, sentence, bracket.begin(), bracket.end() - 1).ifPresent(found::add);
      }
    }
    List<Abbreviation> listed = inList(text, sentence);
    if (listed.size() >= MIN_LISTED) {
      found.addAll(listed);
    }
    return found;
  }

  /** Brackets that are closed in the sentence, by their begins; found in one pass. */
  private static List<Span> brackets(String text, Span sentence) {
    List<Span> brackets = new ArrayList<>();
    int[] open = new int[8];
    int depth = 0;
    for (int i = text.indexOf('(', sentence.begin()); i >= 0 && i < sentence.end(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        open = depth < open.length ? open : Arrays.copyOf(open, 2 * depth);
        open[depth++] = i;
      } else if (c == ')' && depth > 0) {
        brackets.add(new Span(open[--depth], i + 1));
      }
    }
    brackets.sort(Comparator.naturalOrder());
    return brackets;
  }

  /** What looks like a list of abbreviations: {@code DC, dendritic cell; Mac, macrophage}. */
  private static List<Abbreviation> inList(String text, Span sentence) {
    List<Abbreviation> found = new ArrayList<>();
    for (int at = sentence.begin() + 1; at < sentence.end() - 1; at++) {
      char sign = text.charAt(at);
      if (sign != ':' && sign != '=' && sign != ',') {
        continue;
      }
      int shortEnd = trimEnd(text, sentence.begin(), at);
      int shortBegin = shortEnd;
      while (shortBegin > sentence.begin() && isInShortForm(text.charAt(shortBegin - 1))) {
        shortBegin--;
      }
      // Asked first, as few signs follow what could be a short form.
      if (!isAfter(text, sentence.begin(), shortBegin, sign == ',' ? ";:.(" : ",;:.(")
          || !isShortForm(text, shortBegin, shortEnd)) {
        continue;
      }
      int longBegin = at + 1;
      while (longBegin < sentence.end() && isSpace(text.charAt(longBegin))) {
        longBegin++;
      }
      int longEnd = longBegin;
      while (longEnd < sentence.end()
          && ENDS_OF_LISTED.indexOf(text.charAt(longEnd)) < 0
          && !isFullStop(text, sentence, longEnd)) {
        longEnd++;
      }
      boolean ends =
          sign != ',' || longEnd == sentence.end() || ";.)".indexOf(text.charAt(longEnd)) >= 0;
      if (longEnd > longBegin
          && ends
          && isListed(text, sign, new Span(shortBegin, shortEnd), new Span(longBegin, longEnd))) {
        int begin = longBegin;
        longForm(text, begin, longEnd, shortBegin, shortEnd)
            .filter(abbreviation -> abbreviation.longForm().begin() == begin)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * Whether a short form looks like an abbreviation, not like the word before a colon: by its
   * capitals and digits, or as the start of the first word of the long form. It is not that word,
   * and has fewer letters than the long form ({@code FokI+: FokI-}).
   */
  private static boolean isListed(String text, char sign, Span shortForm, Span longForm) {
    String letters = shortForm.of(text);
    long capitals = letters.chars().filter(Character::isUpperCase).count();
    if (lettersAndDigits(text, longForm) <= lettersAndDigits(text, shortForm)) {
      return false;
    }
    int end = longForm.begin() + shortForm.length();
    if (text.regionMatches(true, shortForm.begin(), text, longForm.begin(), shortForm.length())) {
      return capitals > 0 && end < longForm.end() && Character.isLetter(text.charAt(end));
    }
    return capitals > 1
        || (capitals > 0 && (sign == ',' || letters.chars().anyMatch(Character::isDigit)));
  }

  /** Whether a point is here that is not inside a number or name: {@code 0.1}. */
  private static boolean isFullStop(String text, Span sentence, int at) {
    return text.charAt(at) == '.'
        && (at + 1 >= sentence.end() || !Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  private static boolean isInShortForm(char c) {
    return !isSpace(c) && ENDS_OF_LISTED.indexOf(c) < 0 && c != '.';
  }

  /**
   * Whether one of these characters, or the start of the text, comes before a place, spaces aside.
   */
  private static boolean isAfter(String text, int begin, int at, String signs) {
    int end = trimEnd(text, begin, at);
    return end == begin || signs.indexOf(text.charAt(end - 1)) >= 0;
  }

  private static Optional<Abbreviation> inBrackets(
      String text, Span sentence, int open, int close) {
    int contentEnd = endOfFirstPart(text, open + 1, close);
    if (isShortForm(text, open + 1, contentEnd)) {
      return longForm(text, sentence.begin(), open, open + 1, contentEnd);
    }
    // Long form in the brackets, short form the word before them.
    int end = trimEnd(text, sentence.begin(), open);
    int begin = end;
    while (begin > sentence.begin() && end - begin < REACH && !isSpace(text.charAt(begin - 1))) {
      begin--;
    }
    while (begin < end && !Character.isLetterOrDigit(text.charAt(begin))) {
      begin++;
    }
    return isShortForm(text, begin, end)
        ? longForm(text, open + 1, contentEnd, begin, end)
        : Optional.empty();
  }

  /** The best long form inside {@code [begin, end)} that ends at its end. */
  private static Optional<Abbreviation> longForm(
      String text, int begin, int end, int shortBegin, int shortEnd) {
    int longEnd = trimEnd(text, begin, end);
    int first = Math.max(begin, longEnd - REACH);
    int longBegin = beginByInitials(text, first, longEnd, shortBegin, shortEnd);
    if (longBegin < 0) {
      longBegin = beginByLetters(text, first, longEnd, shortBegin, shortEnd);
    }
    if (longBegin < 0) {
      return Optional.empty();
    }
    Span longSpan = new Span(longBegin, longEnd);
    Span shortSpan = new Span(shortBegin, shortEnd);
    return isLikely(text, longSpan, shortSpan)
        ? Optional.of(new Abbreviation(longSpan, shortSpan))
        : Optional.empty();
  }

  /** The start of the last words if each begins with its character of the short form, else -1. */
  private static int beginByInitials(
      String text, int begin, int longEnd, int shortBegin, int shortEnd) {
    int at = longEnd;
    for (int s = shortEnd - 1; s >= shortBegin; s--) {
      char wanted = Character.toLowerCase(text.charAt(s));
      if (!Character.isLetterOrDigit(wanted)) {
        continue;
      }
      while (at > begin && !Character.isLetterOrDigit(text.charAt(at - 1))) {
        at--;
      }
      int wordEnd = at;
      while (at > begin && Character.isLetterOrDigit(text.charAt(at - 1))) {
        at--;
      }
      if (at == wordEnd || Character.toLowerCase(text.charAt(at)) != wanted) {
        return -1;
      }
    }
    return at;
  }

  /** The start of the shortest long form by the published search from right to left, or -1. */
  private static int beginByLetters(
      String text, int begin, int longEnd, int shortBegin, int shortEnd) {
    int at = longEnd - 1;
    for (int s = shortEnd - 1; s >= shortBegin; s--) {
      char wanted = Character.toLowerCase(text.charAt(s));
      if (!Character.isLetterOrDigit(wanted)) {
        continue;
      }
      while (at >= begin
          && (Character.toLowerCase(text.charAt(at)) != wanted
              || (s == shortBegin && isInsideWord(text, begin, at)))) {
        at--;
      }
      if (at < begin) {
        return -1;
      }
      at--;
    }
    int longBegin = at + 1;
    while (longBegin > begin && !isSpace(text.charAt(longBegin - 1))) {
      longBegin--;
    }
    while (!Character.isLetterOrDigit(text.charAt(longBegin))) {
      longBegin++;
    }
    return longBegin;
  }

  /**
   * The long form is longer, has not too many words, does not hold the short form, and no bracket
   * in it lacks its partner.
   */
  private static boolean isLikely(String text, Span longForm, Span shortForm) {
    int characters = lettersAndDigits(text, shortForm);
    if (longForm.length() < shortForm.length()
        || words(text, longForm) > Math.min(characters + 5, 2 * characters)
        || !isBalanced(text, longForm)) {
      return false;
    }
    int length = shortForm.length();
    for (int at = longForm.begin(); at + length <= longForm.end(); at++) {
      boolean ends = at + length == longForm.end() || isSpace(text.charAt(at + length));
      if (ends && text.regionMatches(at, text, shortForm.begin(), length)) {
        return false;
      }
    }
    return true;
  }

  private static int lettersAndDigits(String text, Span span) {
    int characters = 0;
    for (int i = span.begin(); i < span.end(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        characters++;
      }
    }
    return characters;
  }

  private static boolean isBalanced(String text, Span span) {
    int depth = 0;
    for (int i = span.begin(); i < span.end() && depth >= 0; i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return depth == 0;
  }

  private static boolean isShortForm(String text, int begin, int end) {
    int length = end - begin;
    if (length < MIN_LENGTH
        || length > MAX_LENGTH
        || !Character.isLetterOrDigit(text.charAt(begin))
        || isSpace(text.charAt(end - 1))) {
      return false;
    }
    boolean letter = false;
    int words = 1;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      letter |= Character.isLetter(c);
      if (c == '(' || c == ')') {
        return false;
      }
      if (isSpace(c)) {
        words++;
      }
    }
    return letter && words <= MAX_WORDS;
  }

  /** Words are cut at white space and hyphens, as in the published program. */
  private static int words(String text, Span span) {
    int words = 0;
    boolean inWord = false;
    for (int i = span.begin(); i < span.end(); i++) {
      boolean separates = isSpace(text.charAt(i)) || text.charAt(i) == '-';
      if (!separates && !inWord) {
        words++;
      }
      inWord = !separates;
    }
    return words;
  }

  /** The end of the short form in {@code "TNF, see below"} or {@code "TNF; 10 ng/ml"}. */
  private static int endOfFirstPart(String text, int begin, int end) {
    for (int i = begin; i + 1 < end && i - begin < REACH; i++) {
      char c = text.charAt(i);
      if ((c == ',' || c == ';') && isSpace(text.charAt(i + 1))) {
        return i;
      }
    }
    return end;
  }

  private static int trimEnd(String text, int begin, int end) {
    int to = end;
    while (to > begin && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return to;
  }

  private static boolean isInsideWord(String text, int begin, int at) {
    return at > begin && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
