package org.immunospan.format;

/** Finds the root element of XML without parsing it. Takes time linear in the text. */
final class XmlProlog {

  private XmlProlog() {}

  /**
   * The name of the first element, or of the document type if the text ends before it; "" when
   * there is neither.
   */
  static String root(String text) {
    String documentType = "";
    int at = 0;
    while (true) {
      at = afterSpace(text, at);
      if (text.startsWith("<?", at)) {
        at = after(text, "?>", at);
      } else if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at);
      } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
        documentType = name(text, afterSpace(text, at + 9));
        int end = after(text, ">", at);
        int bracket = text.indexOf('[', at);
        boolean hasSubset = bracket >= 0 && bracket < end;
        at = hasSubset ? after(text, ">", after(text, "]", bracket)) : end;
      } else {
        String root = text.startsWith("<", at) ? name(text, at + 1) : "";
        return root.isEmpty() ? documentType : root;
      }
    }
  }

  private static int afterSpace(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
      at++;
    }
    return at;
  }

  private static int after(String text, String end, int from) {
    int found = text.indexOf(end, Math.min(from, text.length()));
    return found < 0 ? text.length() : found + end.length();
  }

  private static String name(String text, int begin) {
    int end = begin;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    return begin < text.length() && Character.isLetter(text.charAt(begin))
        ? text.substring(begin, end)
        : "";
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  }
}
