package org.immunospan.tag.cell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a document says of its abbreviations: {@code bone marrow-derived mast cells (BMMCs)}. The
 * letters of the short form must occur in the long form in their order, the first of them at the
 * begin of a word (Schwartz and Hearst 2003).
 */
final class CellDefinitions {

  private static final int MAX_SHORT_FORM = 10;
  private static final int MAX_MORE_WORDS = 5;

  private final Map<String, CellWord> heads = new HashMap<>();
  private final Map<String, String> longForms = new HashMap<>();
  private final Set<String> others = new HashSet<>();

  private CellDefinitions() {}

  static CellDefinitions of(String text, List<CellName> names) {
    CellDefinitions definitions = new CellDefinitions();
    Map<Integer, CellName> nameByEnd = new HashMap<>();
    Map<Integer, CellName> nameByBegin = new HashMap<>();
    for (CellName name : names) {
      nameByEnd.put(name.span().end(), name);
      nameByBegin.put(name.span().begin(), name);
    }
    for (int open = text.indexOf(" ("); open >= 0; open = text.indexOf(" (", open + 1)) {
      int begin = open + 2;
      int end = shortFormEnd(text, begin);
      if (end > 0) {
        definitions.read(text, open, begin, end, nameByEnd.get(open), nameByBegin.get(begin));
      }
    }
    return definitions;
  }

  /** Abbreviations that are cells here, with their plurals. */
  Map<String, CellWord> heads() {
    return heads;
  }

  Map<String, String> longForms() {
    return longForms;
  }

  /** Abbreviations that elsewhere are cells, but here something else. */
  Set<String> others() {
    return others;
  }

  private void read(
      String text, int longEnd, int begin, int end, CellName longName, CellName shortName) {
    String shortForm = text.substring(begin, end);
    String singular = singular(shortForm);
    int longBegin = longFormBegin(text, longEnd, singular);
    if (longBegin < 0) {
      return;
    }
    if (longName != null && longName.span().end() == longEnd) {
      int from = Math.min(longBegin, longName.span().begin());
      String longForm = text.substring(from, longEnd);
      longForms.put(shortForm, longForm);
      longForms.put(singular, longForm);
      longForms.put(singular + "s", longForm);
      if (shortName == null || !shortName.root().equals(longName.root())) {
        CellWord head =
            new CellWord(
                CellWord.Kind.HEAD,
                longName.root(),
                List.copyOf(longName.features()),
                longName.subtype());
        heads.put(singular, head);
        heads.put(singular + "s", head);
      }
    } else if (shortName != null && shortName.span().end() == end) {
      others.add(shortForm);
      others.add(singular);
      others.add(singular + "s");
    }
  }

  private static String singular(String shortForm) {
    boolean plural = shortForm.length() > 2 && shortForm.endsWith("s");
    return plural ? shortForm.substring(0, shortForm.length() - 1) : shortForm;
  }

  /** The end of a short form that fills a bracket, or -1. */
  private static int shortFormEnd(String text, int begin) {
    int capitals = 0;
    int at = begin;
    while (at < text.length() && at - begin <= MAX_SHORT_FORM) {
      char c = text.charAt(at);
      if (c == ')' || c == ';' || c == ',') {
        return capitals > 0 && at - begin >= 2 ? at : -1;
      }
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '/') {
        return -1;
      }
      capitals += Character.isUpperCase(c) ? 1 : 0;
      at++;
    }
    return -1;
  }

  /** Where a long form that ends here and has the letters of a short form begins, or -1. */
  private static int longFormBegin(String text, int longEnd, String shortForm) {
    int letter = shortForm.length() - 1;
    int words = 0;
    int maxWords = Math.min(shortForm.length() + MAX_MORE_WORDS, 2 * shortForm.length());
    for (int at = longEnd - 1; at >= 0 && letter >= 0; at--) {
      char c = text.charAt(at);
      if (c == '\n' || c == '(' || c == ';') {
        return -1;
      }
      if (c == ' ' && ++words > maxWords) {
        return -1;
      }
      while (letter >= 0 && !Character.isLetterOrDigit(shortForm.charAt(letter))) {
        letter--;
      }
      if (letter < 0) {
        break;
      }
      boolean same = Character.toLowerCase(c) == Character.toLowerCase(shortForm.charAt(letter));
      boolean wordStart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (same && (letter > 0 || wordStart)) {
        if (letter == 0) {
          return at;
        }
        letter--;
      }
    }
    return -1;
  }
}
