package org.immunospan.gene;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;

/**
 * Subscripts that a text shows in brackets belong to the name that they touch: {@code 5-HT(2C)},
 * {@code HbA(1c)}, {@code haemoglobin A(1c)}. A subscript is a digit with up to two letters, or
 * several joined by slashes; positions ({@code CD4(81-92)}) and counts are not. Pure functions.
 */
final class GeneSubscripts {

  private static final int LONGEST = 8;

  private GeneSubscripts() {}

  /** The mentions with their subscripts; sorted and disjoint, as they are given. */
  static List<Mention> close(String text, List<Mention> mentions) {
    List<Mention> closed = new ArrayList<>(mentions.size());
    int free = 0;
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      int limit = i + 1 < mentions.size() ? mentions.get(i + 1).span().begin() : text.length();
      Span span = close(text, mention.span());
      boolean fits = span.begin() >= free && span.end() <= limit;
      closed.add(fits ? mention.withSpan(span) : mention);
      free = closed.get(i).span().end();
    }
    return closed;
  }

  private static Span close(String text, Span span) {
    int begin = span.begin();
    int end = span.end();
    if (end < text.length() && text.charAt(end) == '(') {
      int close = end + 1;
      while (close < Math.min(text.length(), end + LONGEST + 1) && text.charAt(close) != ')') {
        close++;
      }
      boolean follows = close < text.length() && text.charAt(close) == ')';
      return follows && isSubscript(text, end + 1, close) && isNamed(text, begin, end)
          ? new Span(begin, close + 1)
          : span;
    }
    boolean inBrackets =
        begin > 1
            && text.charAt(begin - 1) == '('
            && end < text.length()
            && text.charAt(end) == ')';
    if (inBrackets && isSubscript(text, begin, end)) {
      int name = wordBegin(text, begin - 1);
      if (name == begin - 2 && name > 1 && text.charAt(name - 1) == ' ') {
        name = wordBegin(text, name - 1);
      }
      return isNamed(text, name, begin - 1) ? new Span(name, end + 1) : span;
    }
    return span;
  }

  private static boolean isNamed(String text, int begin, int end) {
    return text.substring(begin, end).codePoints().anyMatch(Character::isLetter);
  }

  private static int wordBegin(String text, int end) {
    int begin = end;
    while (begin > 0
        && (Character.isLetterOrDigit(text.charAt(begin - 1)) || text.charAt(begin - 1) == '-')) {
      begin--;
    }
    return begin;
  }

  private static boolean isSubscript(String text, int begin, int end) {
    if (end - begin > LONGEST) {
      return false;
    }
    int letters = 0;
    int digits = 0;
    for (int i = begin; i <= end; i++) {
      char c = i < end ? text.charAt(i) : '/';
      if (c == '/') {
        if (digits != 1 || letters > 2) {
          return false;
        }
        digits = 0;
        letters = 0;
      } else if (c >= '0' && c <= '9' && letters == 0) {
        digits++;
      } else if (Character.isLetter(c)) {
        letters++;
      } else {
        return false;
      }
    }
    return true;
  }
}
