package org.immunospan.text;

import java.util.Locale;

/** A number and what is counted, for messages: {@code 1 document}, {@code 1,024 documents}. */
public final class Quantity {

  private Quantity() {}

  /**
   * The words for a number of things.
   *
   * @param noun in the singular, of those that take an s in the plural
   */
  public static String of(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
