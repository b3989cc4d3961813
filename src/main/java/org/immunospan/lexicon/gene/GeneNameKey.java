package org.immunospan.lexicon.gene;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The form of a gene name that is compared: lowercase, Greek letters spelled out, British spelling
 * made American, {@code interleukin} and {@code interferon} shortened, and nothing but letters and
 * digits. {@code TNF-α} and {@code TNF alpha} have the key {@code tnfalpha}. Linear in the length
 * of the name.
 */
public final class GeneNameKey {

  private static final String[] GREEK = {
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi",
    "psi", "omega"
  };

  /** Marks a key of sorted words, which no key of a whole name begins with. */
  private static final char WORDS = '~';

  private GeneNameKey() {}

  /** The key of a whole name; "" when it has no letter or digit. */
  public static String of(String name) {
    StringBuilder key = new StringBuilder(name.length());
    fold(name, key, false);
    return american(key);
  }

  /**
   * The key of a name whose words may come in any order, or "" when it has fewer than three words.
   * Words that say nothing, such as {@code of} and {@code protein}, do not count. Letters and
   * digits are words of their own.
   */
  public static String ofWords(String name) {
    List<String> words = words(name);
    if (words.size() < 3) {
      return "";
    }
    Collections.sort(words);
    return WORDS + String.join(" ", words);
  }

  /** The words of a name in lowercase, without those that say nothing. */
  public static List<String> words(String name) {
    StringBuilder folded = new StringBuilder(name.length() + 8);
    fold(name, folded, true);
    List<String> words = new ArrayList<>();
    for (String word : american(folded).split(" ", -1)) {
      switch (word) {
        case "",
            "of",
            "the",
            "and",
            "a",
            "an",
            "protein",
            "gene",
            "type",
            "to",
            "for",
            "with",
            "subunit",
            "chain",
            "molecule" -> {}
        default -> words.add(word);
      }
    }
    return words;
  }

  private static void fold(String name, StringBuilder key, boolean withBlanks) {
    String plain = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
    plain = plain.replace("haem ", "heme ").replace("haem-", "heme-").replace('ß', 'β');
    char before = ' ';
    for (int i = 0; i < plain.length(); i++) {
      char c = Character.toLowerCase(plain.charAt(i));
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      if (c >= 'α' && c <= 'ω') {
        if (withBlanks) {
          key.append(' ');
        }
        key.append(GREEK[c - 'α']);
        c = ' ';
        if (withBlanks) {
          key.append(' ');
        }
      } else if (Character.isLetterOrDigit(c)) {
        if (withBlanks && Character.isDigit(c) != Character.isDigit(before)) {
          key.append(' ');
        }
        key.append(c);
      } else if (withBlanks) {
        key.append(' ');
      }
      before = c;
    }
  }

  private static String american(StringBuilder key) {
    replace(key, "haem", "hem");
    replace(key, "oestr", "estr");
    replace(key, "tumour", "tumor");
    replace(key, "sulph", "sulf");
    replace(key, "leukaem", "leukem");
    replace(key, "oesoph", "esoph");
    replace(key, "interleukin", "il");
    replace(key, "interferon", "ifn");
    replace(key, "metalloproteinase", "metallopeptidase");
    replace(key, "metalloprotease", "metallopeptidase");
    return key.toString();
  }

  private static void replace(StringBuilder key, String from, String to) {
    for (int at = key.indexOf(from); at >= 0; at = key.indexOf(from, at + to.length())) {
      key.replace(at, at + from.length(), to);
    }
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
