package org.immunospan.lexicon;

import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;

/**
 * What names that match the same text have in common: two names with equal keys are one name for
 * {@link TermTrie}, but for case. Only to compare names with; not for reading.
 */
public final class TermKey {

  private TermKey() {}

  /**
   * The key of a name; empty for a name without words. A name that is found only as written ({@code
   * =adjuvants}) has a key of its own.
   */
  public static String of(String name, Tokenizer tokenizer) {
    if (name.isEmpty() || name.charAt(0) == '=') {
      return name;
    }
    TermUnits units = new TermUnits();
    TermNormaliser normaliser = new TermNormaliser();
    units.read(tokenizer.tokenize(name, new Span(0, name.length())));
    StringBuilder key = new StringBuilder();
    for (int unit = 0; unit < units.size(); unit++) {
      units.fold(unit, normaliser);
      if (unit > 0) {
        key.append(' ');
      }
      key.append(normaliser.chars(), 0, normaliser.length());
    }
    return key.toString();
  }
}
