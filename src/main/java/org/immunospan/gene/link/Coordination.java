package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes names apart that name several genes at once: {@code IL-4 and -5}, {@code Smad2/3}, {@code
 * Vps26, 29 and 35}. What follows the first name is put after its stem when it is a number, a
 * letter or begins with a hyphen. Linear in the length of the name.
 */
final class Coordination {

  private static final int LONGEST_END = 3;
  private static final String HYPHENS = "-\u2010\u2011\u2013\u2212";

  private Coordination() {}

  /** The names, in the order of the text; none when the name is one. */
  static List<String> names(String text) {
    String[] pieces =
        text.replace(" and ", ",").replace(" or ", ",").replace('/', ',').split(",", -1);
    if (pieces.length < 2) {
      return List.of();
    }
    String first = pieces[0].strip();
    List<String> names = new ArrayList<>();
    for (String piece : pieces) {
      String part = piece.strip();
      boolean hyphen = !part.isEmpty() && HYPHENS.indexOf(part.charAt(0)) >= 0;
      String end = hyphen ? part.substring(1) : part;
      boolean isEnd = hyphen || isShort(part);
      String stem = names.isEmpty() || !isEnd || end.isEmpty() ? "" : stem(first, end, hyphen);
      if (!part.isEmpty()) {
        names.add(stem.isEmpty() ? part : stem + end);
      }
    }
    return names.size() < 2 ? List.of() : names;
  }

  /** Whether a name is but the end of one in a list: {@code -5}. */
  static boolean isEnd(String name) {
    return name.length() > 1 && !Character.isLetterOrDigit(name.charAt(0));
  }

  private static boolean isShort(String part) {
    return !part.isEmpty()
        && part.length() <= LONGEST_END
        && (Character.isDigit(part.charAt(0)) || part.length() == 1);
  }

  /**
   * A name without the number at its end, or without the letter where a letter is to follow.
   *
   * @param hyphen whether what follows begins with one
   */
  private static String stem(String name, String end, boolean hyphen) {
    if (hyphen) {
      return stemOfKind(name, end);
    }
    int last = name.length();
    boolean endsInLetter = last > 1 && Character.isLetter(name.charAt(last - 1));
    boolean behindBorder = endsInLetter && !Character.isLetter(name.charAt(last - 2));
    if (behindBorder) {
      last--;
    }
    if (Character.isDigit(end.charAt(0))) {
      while (last > 0 && Character.isDigit(name.charAt(last - 1))) {
        last--;
      }
    }
    return last == name.length() ? "" : name.substring(0, last);
  }

  /**
   * A name without the letters and digits at its end that another end takes the place of: {@code 1}
   * of {@code TGF-β1} before {@code 2}, {@code α} of {@code IL-1α} before {@code β}; "" where the
   * name does not end in the same kinds.
   */
  private static String stemOfKind(String name, String end) {
    int at = name.length();
    int i = end.length();
    while (i > 0) {
      boolean digits = Character.isDigit(end.charAt(i - 1));
      while (i > 0 && Character.isDigit(end.charAt(i - 1)) == digits) {
        i--;
      }
      int begin = at;
      while (begin > 0
          && Character.isLetterOrDigit(name.charAt(begin - 1))
          && Character.isDigit(name.charAt(begin - 1)) == digits) {
        begin--;
      }
      if (begin == at) {
        return "";
      }
      at = begin;
    }
    return name.substring(0, at);
  }
}
