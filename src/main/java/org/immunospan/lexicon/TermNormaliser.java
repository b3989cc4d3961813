package org.immunospan.lexicon;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Says which words count as the same: reduces a token to its canonical form, held in a buffer that
 * the next call overwrites. Only ever compared with other canonical forms, never shown, and no
 * offset refers to it.
 *
 * <p>Two reductions. {@link #fold} lowers case, takes accents away, spells Greek letters out
 * ({@code α} to {@code alpha}), makes plurals singular ({@code therapies}, {@code bronchi}, {@code
 * spermatogonia}) and British spellings American ({@code haem...}, {@code tumour}, {@code
 * sulph...}); {@code positive} is {@code +}. {@link #foldKeepingCase} does the same but keeps case
 * and spelling, and sees a plural only in a small {@code s}: it distinguishes {@code DCs} from
 * {@code DCS}.
 *
 * <p>Some canonical forms are not words; that is harmless as names and text go through the same
 * rules. One per thread.
 */
final class TermNormaliser {

  /** Shortest word whose spelling is changed; shorter ones are too often something else. */
  private static final int SHORTEST_RESPELT = 5;

  private static final String[] GREEK = {
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi",
    "psi", "omega"
  };

  private char[] chars = new char[64];
  private int length;

  /** Reduces {@code text[begin, end)}, one token, without regard to case. */
  void fold(String text, int begin, int end) {
    copy(text, begin, end, false);
    if (isPluralOfCapitals(text, begin, end)) {
      length--;
    } else {
      singular(true);
    }
    if (length >= SHORTEST_RESPELT) {
      american();
    }
    positiveToPlus();
  }

  /** Reduces {@code text[begin, end)}, one token, with regard to case. */
  void foldKeepingCase(String text, int begin, int end) {
    copy(text, begin, end, true);
    singular(false);
    positiveToPlus();
  }

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  private void copy(String text, int begin, int end, boolean keepCase) {
    length = 0;
    if (chars.length < end - begin) {
      chars = new char[2 * (end - begin)];
    }
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        length = 0;
        copyUnicode(
            Normalizer.normalize(text.substring(begin, end), Normalizer.Form.NFKD), keepCase);
        return;
      }
      chars[length++] = !keepCase && c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
  }

  private void copyUnicode(String text, boolean keepCase) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int kind = Character.getType(c);
      if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK) {
        continue;
      }
      int lower = Character.toLowerCase(c);
      if (lower >= 'α' && lower <= 'ω') {
        append(GREEK[lower - 'α']);
        continue;
      }
      switch (lower) {
        case 'ø' -> append("o");
        case 'ł' -> append("l");
        case 'đ' -> append("d");
        case 'ı' -> append("i");
        case 'æ' -> append("ae");
        case 'œ' -> append("oe");
        case 'ß' -> append("ss");
        default -> append(Character.toString(keepCase ? c : lower));
      }
    }
  }

  private void append(String more) {
    if (chars.length < length + more.length()) {
      chars = Arrays.copyOf(chars, 2 * (length + more.length()));
    }
    more.getChars(0, more.length(), chars, length);
    length += more.length();
  }

  private void singular(boolean latin) {
    if (length < 3) {
      return;
    }
    char last = chars[length - 1];
    if (last == 's') {
      char before = chars[length - 2];
      if (before == 's' || before == 'u' || before == 'i' || !isLetter(before)) {
        return;
      }
      if (before == 'e' && length >= 5) {
        if (endsWith("ies")) {
          chars[length - 3] = 'y';
          length -= 2;
          return;
        }
        if (endsWith("yses")) {
          chars[length - 2] = 'i';
          return;
        }
        if (endsWith("sses")
            || endsWith("xes")
            || endsWith("ches")
            || endsWith("shes")
            || endsWith("uses")) {
          length--;
        }
      }
      length--;
    } else if (latin && last == 'i' && length >= 6) {
      length--;
      append("us");
    } else if (latin && last == 'e' && length >= 6 && endsWith("ae")) {
      length--;
    } else if (latin && last == 'a' && (endsWith("gonia") || endsWith("thelia"))) {
      length--;
      append("um");
    }
  }

  /** {@code SSRIs}: what would be no plural in lowercase, such as {@code paralysis}. */
  private static boolean isPluralOfCapitals(String text, int begin, int end) {
    return end - begin > 2
        && text.charAt(end - 1) == 's'
        && Character.isUpperCase(text.charAt(end - 2));
  }

  /** {@code haem, oedem, tumour, sulph, -isation, -tre, -bre, -logue} as Americans write them. */
  private void american() {
    int to = 0;
    for (int from = 0; from < length; from++) {
      char c = chars[from];
      char next = from + 1 < length ? chars[from + 1] : 0;
      if (next == 'e' && (c == 'a' || c == 'o')) {
        continue;
      }
      if (c == 'u' && next == 'r' && to >= 4 && chars[to - 1] == 'o') {
        continue;
      }
      if (c == 'p'
          && next == 'h'
          && to >= 3
          && chars[to - 1] == 'l'
          && chars[to - 2] == 'u'
          && chars[to - 3] == 's') {
        chars[to++] = 'f';
        from++;
        continue;
      }
      chars[to++] = c;
    }
    length = to;
    if (endsWith("isation")) {
      chars[length - 6] = 'z';
    } else if (endsWith("tre") || endsWith("bre")) {
      chars[length - 2] = 'e';
      chars[length - 1] = 'r';
    } else if (endsWith("logue")) {
      length -= 2;
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean endsWith(String suffix) {
    int offset = length - suffix.length();
    if (offset < 0) {
      return false;
    }
    for (int i = 0; i < suffix.length(); i++) {
      if (chars[offset + i] != suffix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void positiveToPlus() {
    if (length == "positive".length() && endsWith("positive")) {
      chars[0] = '+';
      length = 1;
    }
  }
}
