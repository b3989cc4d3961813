package org.immunospan.gene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;

/**
 * Adds the further members of a list that are written by their ends alone: {@code -5} in {@code
 * IL-4 and -5}, {@code -beta} in {@code IFN-alpha and -beta}, {@code -4} and {@code -10} in {@code
 * IL-2, -4, and -10}. A member follows a gene that ends in such an end, and a comma, a slash or the
 * word and or or. Linear; pure.
 */
final class GeneListEnds {

  private static final String HYPHENS = "-\u2010\u2011\u2013\u2212";

  private static final int MOST_DIGITS = 2;

  private static final Set<String> LETTERS =
      Set.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "theta", "kappa", "lambda");

  private static final List<String> SEPARATORS =
      List.of(", and ", ", or ", ", ", " and ", " or ", " and/or ", "/", ",");

  private GeneListEnds() {}

  /**
   * The mentions with further ones.
   *
   * @param mentions sorted and disjoint, as is the result
   * @param words know units, so that -80 of {@code IL-10 or -80 mV} is not a gene
   */
  static List<Mention> add(String text, List<Mention> mentions, GeneWords words) {
    List<Mention> all = new ArrayList<>(mentions.size());
    int covered = 0;
    for (int i = 0; i < mentions.size(); i++) {
      Mention gene = mentions.get(i);
      if (gene.span().end() <= covered) {
        continue; // it was found without its hyphen
      }
      all.add(gene);
      covered = gene.span().end();
      if (!endsAsMember(text, gene.span())) {
        continue;
      }
      for (int begin = member(text, covered); begin >= 0; begin = member(text, covered)) {
        int end = end(text, begin + 1);
        if (end < 0
            || isBesides(mentions, i + 1, begin, end)
            || (text.startsWith(" ", end) && words.beginMeasure(text, end + 1))) {
          break;
        }
        all.add(gene.withSpan(new Span(begin, end)));
        covered = end;
      }
    }
    return all;
  }

  /** Whether a mention crosses a span or is more than it. */
  private static boolean isBesides(List<Mention> mentions, int from, int begin, int end) {
    for (int i = from; i < mentions.size() && mentions.get(i).span().begin() < end; i++) {
      Span other = mentions.get(i).span();
      if (other.end() > begin && (other.begin() < begin || other.end() > end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name ends in a number or a Greek letter: {@code IL-4}, {@code CD4}. */
  private static boolean endsAsMember(String text, Span name) {
    int end = name.end();
    int begin = end;
    while (begin > name.begin() && Character.isLetterOrDigit(text.charAt(begin - 1))) {
      begin--;
    }
    String last = text.substring(begin, end);
    return !last.isEmpty()
        && (Character.isDigit(last.charAt(last.length() - 1))
            || isGreek(last)
            || (begin > name.begin() && end(text, begin) == end));
  }

  private static boolean isGreek(String last) {
    return Character.UnicodeScript.of(last.charAt(last.length() - 1))
        == Character.UnicodeScript.GREEK;
  }

  /** Where the hyphen of a member is after a separator, or -1. */
  private static int member(String text, int at) {
    for (String separator : SEPARATORS) {
      int hyphen = at + separator.length();
      if (hyphen < text.length()
          && text.startsWith(separator, at)
          && HYPHENS.indexOf(text.charAt(hyphen)) >= 0) {
        return hyphen;
      }
    }
    return -1;
  }

  /** The end of a number with one letter at most, or of a Greek letter, or -1. */
  private static int end(String text, int begin) {
    int end = begin;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    String word = text.substring(begin, end);
    boolean known = LETTERS.contains(word.toLowerCase(Locale.ROOT)) || isNumber(word);
    boolean fraction =
        end + 1 < text.length()
            && ".,%".indexOf(text.charAt(end)) >= 0
            && (text.charAt(end) == '%' || Character.isDigit(text.charAt(end + 1)));
    return known && !fraction ? end : -1;
  }

  /** Digits, then one letter at most; or one Greek letter. */
  private static boolean isNumber(String word) {
    int digits = 0;
    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    int rest = word.length() - digits;
    return digits <= MOST_DIGITS
        && ((digits > 0 && rest <= 1) || (digits == 0 && rest == 1 && isGreek(word)));
  }
}
