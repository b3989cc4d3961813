package org.immunospan.format.source;

import org.immunospan.text.Document;

/** What no document may hold, since no file of results could hold it. */
public final class UnicodeCheck {

  private UnicodeCheck() {}

  /**
   * Refuses NUL and halves of surrogate pairs in identifier and text.
   *
   * @throws ReadFault of extent {@code RECORD}
   */
  public static void check(Document document) throws ReadFault {
    check(document, "identifier", document.id());
    check(document, "text", document.text());
  }

  private static void check(Document document, String part, String value) throws ReadFault {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      String found = null;
      if (c == 0) {
        found = "a NUL character";
      } else if (c == StrictReader.DAMAGE) {
        found = "U+FFFF, which is not a character,";
      } else if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        found = "half of a surrogate pair";
      }
      if (found != null) {
        String id = part.equals("text") ? document.id() : Quote.of(document.id());
        throw ReadFault.ofRecord(
            part + ", character " + (i + 1), id, "found " + found + " in the " + part);
      }
    }
  }
}
