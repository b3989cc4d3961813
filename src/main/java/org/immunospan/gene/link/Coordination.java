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
      String end = part.startsWith("-") ? part.substring(1) : part;
      boolean isEnd = part.startsWith("-") || isShort(part);
      String stem = names.isEmpty() || !isEnd || end.isEmpty() ? "" : stem(first, end.charAt(0));
      if (!part.isEmpty()) {
        names.add(stem.isEmpty() ? part : stem + end);
      }
    }
    return names.size() < 2 ? List.of() : names;
  }

  private static boolean isShort(String part) {
    return !part.isEmpty()
        && part.length() <= LONGEST_END
        && (Character.isDigit(part.charAt(0)) || part.length() == 1);
  }

  /** A name without the number at its end, or without the letter where a letter is to follow. */
  private static String stem(String name, char next) {
    int end = name.length();
    boolean endsInLetter = end > 1 && Character.isLetter(name.charAt(end - 1));
    boolean behindBorder = endsInLetter && !Character.isLetter(name.charAt(end - 2));
    if (behindBorder) {
      end--;
    }
    if (Character.isDigit(next)) {
      while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
        end--;
      }
    }
    return end == name.length() ? "" : name.substring(0, end);
  }
}
