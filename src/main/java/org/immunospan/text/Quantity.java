package org.immunospan.text;

import java.util.Locale;

/** A number and what is counted, for messages: {@code 1 document}, {@code 1,024 documents}. */
public final class Quantity {

  private Quantity() {}

  /**
   * The words for a number of things.
   *
   * @param noun in the singular; the plural ends in s, or in ies for a final y
   */
  public static String of(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : plural(noun));
  }

  private static String plural(String noun) {
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }
}
