package org.immunospan.segment;

import java.util.Arrays;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * Cuts where biomedical names may begin or end: a token is a run of letters of one kind (Greek, or
 * any other script), a run of decimal digits, or one other character. {@code IL-2Rα} gives {@code
 * IL - 2 R α}, {@code CD4+} gives {@code CD 4 +}. Combining marks stay with the character before
 * them. White space only separates; every other character is in exactly one token. Deterministic,
 * linear, without a model. Immutable.
 */
public final class BiomedicalTokenizer implements Tokenizer {

  /** Kinds of characters; equal neighbours among the first three share a token. */
  private enum Kind {
    LETTER,
    GREEK,
    DIGIT,
    MARK,
    SPACE,
    OTHER
  }

  private static final Kind[] ASCII = new Kind[128];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      ASCII[c] = kindOfAny(c);
    }
  }

  @Override
  public Tokens tokenize(String text, Span range) {
    int[] begins = new int[Math.max(16, range.length() / 3)];
    int[] ends = new int[begins.length];
    int size = 0;
    Kind previous = Kind.SPACE;
    for (int at = range.begin(); at < range.end(); ) {
      int c = text.codePointAt(at);
      int next = Math.min(at + Character.charCount(c), range.end());
      Kind kind = kindOf(c);
      if (kind == Kind.MARK) {
        kind = previous == Kind.SPACE ? Kind.OTHER : previous;
      }
      if (kind != Kind.SPACE) {
        boolean sameToken = kind == previous && (kind != Kind.OTHER || isMark(c));
        if (sameToken) {
          ends[size - 1] = next;
        } else {
          if (size == begins.length) {
            begins = Arrays.copyOf(begins, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
          }
          begins[size] = at;
          ends[size++] = next;
        }
      }
      previous = kind;
      at = next;
    }
    return new Tokens(text, begins, ends, size);
  }

  private static boolean isMark(int codePoint) {
    return kindOf(codePoint) == Kind.MARK;
  }

  private static Kind kindOf(int codePoint) {
    return codePoint < ASCII.length ? ASCII[codePoint] : kindOfAny(codePoint);
  }

  private static Kind kindOfAny(int codePoint) {
    if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
      return Kind.SPACE;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          Kind.MARK;
      case Character.DECIMAL_DIGIT_NUMBER -> Kind.DIGIT;
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.GREEK
              ? Kind.GREEK
              : Kind.LETTER;
      default -> Kind.OTHER;
    };
  }
}
