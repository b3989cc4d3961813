package org.immunospan.format.source;

import java.util.HexFormat;

/** A piece of the input for a message: short, in quotes, control characters escaped. */
public final class Quote {

  private static final int LONGEST = 40;

  private Quote() {}

  public static String of(String text) {
    StringBuilder quote = new StringBuilder("\"");
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            point -> {
              if (Character.isISOControl(point)
                  || Character.getType(point) == Character.SURROGATE) {
                quote.append("\\u").append(HexFormat.of().toHexDigits((char) point));
              } else {
                quote.appendCodePoint(point);
              }
            });
    if (text.codePointCount(0, text.length()) > LONGEST) {
      quote.append('…');
    }
    return quote.append('"').toString();
  }
}
