package org.immunospan.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * The further spellings of a name that {@link TermUnits} cannot make equal, since they change how
 * it is cut: without commas ({@code CD4-positive, alpha-beta T cell}) and with its words run
 * together where they were tied ({@code non-classical}, {@code TNF-alpha}, {@code TNFα}).
 */
final class NameVariants {

  private NameVariants() {}

  /** The name itself, then its variants. */
  static List<String> of(String name, Tokenizer tokenizer) {
    List<String> variants = new ArrayList<>(2);
    variants.add(name);
    String plain = name;
    if (name.contains(", ")) {
      plain = name.replace(", ", " ");
      variants.add(plain);
    }
    if (hasTie(plain)) {
      String joined = joined(tokenizer.tokenize(plain, new Span(0, plain.length())));
      if (!joined.isBlank() && !joined.equals(plain)) {
        variants.add(joined);
      }
    }
    return variants;
  }

  /** Whether there is anything to run together; most names have nothing, and are not cut twice. */
  private static boolean hasTie(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '-' || c >= 128) {
        return true;
      }
    }
    return false;
  }

  private static String joined(Tokens tokens) {
    String text = tokens.documentText();
    StringBuilder out = new StringBuilder(text.length());
    TermNormaliser normaliser = new TermNormaliser();
    for (int i = 0; i < tokens.size(); i++) {
      boolean touchesNext = i + 1 < tokens.size() && tokens.end(i) == tokens.begin(i + 1);
      boolean touchesBefore = i > 0 && tokens.end(i - 1) == tokens.begin(i);
      if (i > 0 && !touchesBefore) {
        out.append(' ');
      }
      boolean tie = text.charAt(tokens.begin(i)) == '-' && touchesBefore && touchesNext;
      if (tie && isLetters(tokens, i - 1) && isLetters(tokens, i + 1)) {
        continue;
      }
      if (text.charAt(tokens.begin(i)) >= 128) {
        normaliser.foldKeepingCase(text, tokens.begin(i), tokens.end(i));
        out.append(normaliser.chars(), 0, normaliser.length());
      } else {
        out.append(text, tokens.begin(i), tokens.end(i));
      }
    }
    return out.toString();
  }

  private static boolean isLetters(Tokens tokens, int token) {
    return Character.isLetter(tokens.documentText().codePointAt(tokens.begin(token)));
  }
}
