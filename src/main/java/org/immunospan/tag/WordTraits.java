package org.immunospan.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.immunospan.crf.feature.WordClusters;

/** What a word form says about genes by itself. All lower-casing follows {@link Locale#ROOT}. */
final class WordTraits {

  private static final Set<String> GREEK =
      Set.of(
          "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega"
              .split(" "));
  private static final Set<String> AMINO_ACIDS =
      Set.of(
          "ala arg asn asp cys gln glu gly his ile leu lys met phe pro ser thr trp tyr val"
              .split(" "));
  private static final Pattern ROMAN = Pattern.compile("[IVX]+");
  private static final Pattern CAMEL = Pattern.compile("[a-z]+[A-Z].*");
  private static final Pattern BASES = Pattern.compile("[ACGTU]{4,}");
  private static final Pattern RESIDUE = Pattern.compile("[ACDEFGHIKLMNPQRSTVWY]");
  private static final int LONGEST_TOLD = 10;
  private static final int ENDING = 3;

  private WordTraits() {}

  /** The form by which clusters know a word. */
  static List<String> folded(String form) {
    return List.of(WordClusters.fold(form));
  }

  /** A guess at the singular, in lowercase. */
  static List<String> singular(String form) {
    String lower = form.toLowerCase(Locale.ROOT);
    if (lower.length() > 4) {
      if (lower.endsWith("ies")) {
        return List.of(lower.substring(0, lower.length() - 3) + "y");
      }
      if (lower.endsWith("sses")) {
        return List.of(lower.substring(0, lower.length() - 2));
      }
      if (lower.endsWith("s")
          && !lower.endsWith("ss")
          && !lower.endsWith("us")
          && !lower.endsWith("is")) {
        return List.of(lower.substring(0, lower.length() - 1));
      }
    }
    return List.of(lower);
  }

  /** The last {@value #ENDING} characters of the folded form, for pairs of neighbours. */
  static List<String> ending(String form) {
    String folded = WordClusters.fold(form);
    return List.of(folded.substring(Math.max(0, folded.length() - ENDING)));
  }

  /** Kinds of letters and digits, and the length. */
  static List<String> traits(String form) {
    List<String> traits = new ArrayList<>();
    String lower = form.toLowerCase(Locale.ROOT);
    char first = form.charAt(0);
    if (Character.UnicodeScript.of(first) == Character.UnicodeScript.GREEK
        || GREEK.contains(lower)) {
      traits.add("greek");
    }
    if (ROMAN.matcher(form).matches()) {
      traits.add("roman");
    }
    if (form.length() == 1 && Character.isUpperCase(first)) {
      traits.add("capital");
    }
    if (form.length() > 1 && Character.isLetter(first) && isUpperCase(form)) {
      traits.add("capitals");
    }
    if (CAMEL.matcher(form).matches()) {
      traits.add("camel");
    }
    if (BASES.matcher(form).matches()) {
      traits.add("bases");
    }
    if (RESIDUE.matcher(form).matches() || AMINO_ACIDS.contains(lower)) {
      traits.add("residue");
    }
    if (!Character.isLetterOrDigit(first)) {
      traits.add("punctuation");
    }
    traits.add(Integer.toString(Math.min(form.length(), LONGEST_TOLD)));
    return traits;
  }

  private static boolean isUpperCase(String form) {
    return form.equals(form.toUpperCase(Locale.ROOT));
  }
}
