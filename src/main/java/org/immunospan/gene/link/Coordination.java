package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes names apart that name several genes at once: {@code IL-4 and -5}, {@code Smad2/3}, {@code
 * Vps26, 29 and 35}. What follows the first name is put behind its stem when it is a number, a
 * letter or begins with a hyphen. Linear in the length of the name.
 */
final class Coordination {

  private static final int LONGEST_END = 3;

  private Coordination() {}

  /** The names, in the order of the text; none when the name is one. */
  static List<String> names(String text) {
    String[] pieces = text.replace(" and ", ",").replace(" or ", ",").replace('/', ',').split(",", -1);
    if (pieces.length < 2) {
      return List.of();
    }
    String first = pieces[0].strip();
    String stem = stem(first);
    List<String> names = new ArrayList<>();
    for (String piece : pieces) {
      String part = piece.strip();
      if (part.isEmpty()) {
        continue;
      }
      boolean isEnd = part.startsWith("-") || (part.length() <= LONGEST_END && !stem.isEmpty() && isShort(part));
      names.add(!names.isEmpty() && isEnd ? stem + part.replace("-", "") : part);
    }
    return names.size() < 2 ? List.of() : names;
  }

  private static boolean isShort(String part) {
    return Character.isDigit(part.charAt(0)) || part.length() == 1;
  }

  /** A name without the number or letter at its end. */
  private static String stem(String name) {
    int end = name.length();
    if (end > 1 && Character.isLetter(name.charAt(end - 1)) && Character.isDigit(name.charAt(end - 2))) {
      end--;
    }
    while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
      end--;
    }
    if (end == name.length() && end > 1 && name.charAt(end - 2) == '-') {
      end--;
    }
    return end == name.length() ? "" : name.substring(0, end);
  }
}
