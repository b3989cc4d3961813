package org.immunospan.format.write;

/** Text as XML and lines can hold it. */
public final class CleanText {

  private CleanText() {}

  /**
   * Text for an element or a quoted attribute of XML 1.0. Carriage returns are written as
   * references, since a parser would drop them. Characters that XML 1.0 cannot hold become U+FFFD
   * and are counted.
   */
  public static String xml(String text, Written written) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String replacement = replacement(c);
      if (replacement != null && escaped == null) {
        escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (replacement == null) {
        if (escaped != null) {
          escaped.append(c);
        }
      } else {
        escaped.append(replacement);
        written.lose(Loss.CHARACTERS, replacement.equals("\uFFFD") ? 1 : 0);
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  private static String replacement(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\r' -> "&#13;";
      case '\t', '\n' -> null;
      default -> c < ' ' || c >= '\uFFFE' ? "\uFFFD" : null;
    };
  }

  /** Text on one line and in one column: line breaks and tabs become spaces. */
  public static String line(String text) {
    boolean isPlain = text.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\t');
    return isPlain ? text : text.replaceAll("[\\n\\r\\t]", " ");
  }
}
