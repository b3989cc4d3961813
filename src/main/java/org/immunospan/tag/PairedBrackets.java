package org.immunospan.tag;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;

/**
 * Repairs spans that hold one half of a pair of brackets: {@code BCL-X(L} takes in the bracket
 * after it, {@code (IL-2} loses its first, and {@code II (IL} is not a name at all. Or cuts them
 * there: {@code CD3+), B cells} becomes {@code B cells}. Pure functions.
 */
public final class PairedBrackets {

  private static final String OPENING = "([";
  private static final String CLOSING = ")]";

  /** What joins a name to one before it. */
  private static final Pattern JOINED = Pattern.compile("[^\\p{L}\\p{N}(\\[]*(?:(?:and|or)\\s+)?");

  /** What joined it to one after it. */
  private static final String JOINING = " ,;:/-";

  private PairedBrackets() {}

  /** The mentions with their brackets in pairs, without those that cannot have them. */
  public static List<Mention> repair(String text, List<Mention> mentions) {
    List<Mention> repaired = new ArrayList<>();
    for (Mention mention : mentions) {
      repair(text, mention.span()).map(mention::withSpan).ifPresent(repaired::add);
    }
    return repaired;
  }

  /** The span with its brackets in pairs, or nothing if it cannot have them. */
  static Optional<Span> repair(String text, Span span) {
    Span repaired = span;
    for (int kind = 0; kind < OPENING.length(); kind++) {
      char opening = OPENING.charAt(kind);
      char closing = CLOSING.charAt(kind);
      int unclosed = count(text, repaired, opening) - count(text, repaired, closing);
      if (unclosed != 0) {
        Span wider =
            unclosed > 0 ? widenRight(text, repaired, closing) : widenLeft(text, repaired, opening);
        if (wider.equals(repaired)) {
          wider = narrow(text, repaired, unclosed > 0 ? opening : closing);
        }
        if (count(text, wider, opening) != count(text, wider, closing)) {
          return Optional.empty();
        }
        repaired = wider;
      }
    }
    return Optional.of(repaired);
  }

  /**
   * The part of a span after the last bracket that it does not open, and before the first that it
   * does not close, without what joins it to what was cut off; nothing if no letter or digit is
   * left.
   */
  public static Optional<Span> cut(String text, Span span) {
    int begin = span.begin();
    int end = span.end();
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = begin; at < end; at++) {
      char c = text.charAt(at);
      int kind = CLOSING.indexOf(c);
      if (OPENING.indexOf(c) >= 0) {
        open.addLast(at);
      } else if (kind >= 0
          && !open.isEmpty()
          && text.charAt(open.getLast()) == OPENING.charAt(kind)) {
        open.removeLast();
      } else if (kind >= 0) {
        open.clear();
        begin = at + 1;
      }
    }
    if (!open.isEmpty()) {
      end = open.getFirst();
    }
    if (begin > span.begin()) {
      Matcher joined = JOINED.matcher(text).region(begin, end);
      begin = joined.lookingAt() ? joined.end() : begin;
    }
    while (end < span.end() && begin < end && JOINING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(begin, Math.max(begin, end)).chars().anyMatch(Character::isLetterOrDigit)
        ? Optional.of(new Span(begin, end))
        : Optional.empty();
  }

  private static int count(String text, Span span, char bracket) {
    return (int) span.of(text).chars().filter(c -> c == bracket).count();
  }

  /** Takes in the bracket that follows, after one space at most. */
  private static Span widenRight(String text, Span span, char closing) {
    for (int at = span.end(); at < Math.min(text.length(), span.end() + 2); at++) {
      if (text.charAt(at) == closing) {
        return new Span(span.begin(), at + 1);
      }
      if (text.charAt(at) != ' ') {
        break;
      }
    }
    return span;
  }

  private static Span widenLeft(String text, Span span, char opening) {
    for (int at = span.begin() - 1; at >= Math.max(0, span.begin() - 2); at--) {
      if (text.charAt(at) == opening) {
        return new Span(at, span.end());
      }
      if (text.charAt(at) != ' ') {
        break;
      }
    }
    return span;
  }

  /**
   * Without the bracket at its end or, failing that, at its beginning, and spaces next to it; the
   * span itself if it holds nothing else.
   */
  private static Span narrow(String text, Span span, char bracket) {
    int begin = span.begin();
    int end = span.end();
    if (text.charAt(end - 1) == bracket) {
      end--;
    } else if (text.charAt(begin) == bracket) {
      begin++;
    }
    while (begin < end && text.charAt(begin) == ' ') {
      begin++;
    }
    while (begin < end && text.charAt(end - 1) == ' ') {
      end--;
    }
    return begin < end ? new Span(begin, end) : span;
  }
}
