package org.immunospan.gene;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;

/**
 * Makes one mention of a name that is cut by a bracket: an abbreviation is inside the name, whose
 * number or Greek letter follows the bracket ({@code interleukin (IL)-6}, {@code tuberous sclerosis
 * complex (TSC) 1}). And stretches a name over the further numbers of a list ({@code matrix
 * metalloproteinase 1, 9, and 12}). Belongs to one document.
 */
final class GeneJoins {

  /** Longer brackets hold no abbreviation. */
  private static final int LONGEST_BRACKET = 60;

  private static final int LONGEST_NUMBER = 4;

  private final String text;
  private final GeneWords words;
  private final List<Mention> mentions;

  /**
   * @param mentions sorted and disjoint
   */
  GeneJoins(String text, GeneWords words, List<Mention> mentions) {
    this.text = text;
    this.words = words;
    this.mentions = mentions;
  }

  /** The mentions, sorted and disjoint. */
  List<Mention> joined() {
    List<Mention> joined = new ArrayList<>(mentions.size());
    int covered = -1;
    for (Mention mention : mentions) {
      if (mention.span().begin() >= covered) {
        Span span = mention.span();
        int end = endOfList(span.begin(), endAfterBracket(span.end()));
        joined.add(end > span.end() ? mention.withSpan(new Span(span.begin(), end)) : mention);
        covered = end;
      }
    }
    return joined;
  }

  /** The end of the number after a bracket, or the end given. */
  private int endAfterBracket(int end) {
    int open = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    if (open >= text.length() || text.charAt(open) != '(') {
      return end;
    }
    int close = open + 1;
    int limit = Math.min(text.length(), open + LONGEST_BRACKET);
    while (close < limit && text.charAt(close) != ')' && text.charAt(close) != '(') {
      close++;
    }
    if (close == limit || text.charAt(close) == '(') {
      return end;
    }
    int number = close + 1;
    if (number < text.length() && (text.charAt(number) == '-' || text.charAt(number) == ' ')) {
      number++;
    }
    int numberEnd = endOfNumber(number);
    return numberEnd > number ? numberEnd : end;
  }

  /** The end of a number such as {@code 6}, {@code 1/2}, {@code 1β}, or of one Greek letter. */
  private int endOfNumber(int begin) {
    int end = begin;
    while (end < text.length() && end - begin < LONGEST_NUMBER && isInNumber(text.charAt(end))) {
      end++;
    }
    boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    boolean fraction =
        end + 1 < text.length()
            && (text.charAt(end) == '.' || text.charAt(end) == '%')
            && (text.charAt(end) == '%' || Character.isDigit(text.charAt(end + 1)));
    return end > begin && ends && !fraction && text.charAt(begin) != '/' ? end : begin;
  }

  private static boolean isInNumber(char c) {
    return Character.isDigit(c)
        || c == '/'
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK;
  }

  /** The end of a list of numbers that begins with the last word of a name. */
  private int endOfList(int begin, int end) {
    int number = end;
    while (number > begin && Character.isDigit(text.charAt(number - 1))) {
      number--;
    }
    boolean counted =
        number < end
            && number - begin > 4
            && text.charAt(number - 1) == ' '
            && Character.isLowerCase(text.charAt(number - 2))
            && Character.isLowerCase(text.charAt(number - 3));
    int at = end;
    int listed = end;
    boolean joined = false;
    while (counted && !joined) {
      int next = afterJoin(at);
      joined = next > at;
      next = joined || !text.startsWith(", ", at) ? next : at + 2;
      int stop = next;
      while (stop < text.length() && stop - next < 2 && Character.isDigit(text.charAt(stop))) {
        stop++;
      }
      if (stop == next || next == at || !isListEnd(stop)) {
        return end;
      }
      at = stop;
      listed = stop;
    }
    return joined ? listed : end;
  }

  /** Whether a number of a list ends here, and is neither a share nor a measure. */
  private boolean isListEnd(int at) {
    return at == text.length()
        || ",;:)".indexOf(text.charAt(at)) >= 0
        || (text.charAt(at) == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' '))
        || (text.charAt(at) == ' ' && !words.beginMeasure(text, at + 1));
  }

  /** Where the next name begins after a word that joins, with or without a comma; else here. */
  private int afterJoin(int at) {
    int word = text.startsWith(",", at) ? at + 1 : at;
    for (String join : words.all(GeneWords.Kind.JOIN)) {
      if (text.startsWith(" " + join + " ", word)) {
        return word + join.length() + 2;
      }
    }
    return at;
  }
}
