package org.immunospan.lexicon.build;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which names of a drug papers use, and what a name tells about the kind of treatment. */
final class DrugNames {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 40;

  /** Systematic chemical names: brackets beyond one pair, or many numbered places. */
  private static final Pattern SYSTEMATIC =
      Pattern.compile(
          ".*[\\[\\]{}].*|.*\\(.*\\(.*|.*\\d,\\d.*\\d.*[a-z]{9,}.*-\\d.*|(.*-\\d+){3,}.*|.*\\d[RSZE],.*"
              + "|.*\\b(yl|oxy|hydroxy)\\).*|.*-\\d+-(yl|ol|one|ium)\\b.*");

  /** A short code or abbreviation, which mostly means something else too. */
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,4}|[A-Za-z]?\\d+|\\S{1,3}");

  /** Allergen extracts, foods and animals, which are in DrugBank as test substances. */
  private static final Pattern EXTRACT =
      Pattern.compile(
          ".*\\b(pollen|allergenic extract|extract|root|leaf|leaves|seed|seeds|bark|flower|fruit|"
              + "whole|dander|hair|feather|feathers|skin|wood|oil|juice|meat|egg|nut|venom|spore|"
              + "tallow|wax|gum|starch|flour|pulp|rhizome|herb|top|tops|mold|bran|kernel)\\b.*");

  private static final Pattern BIOLOGIC =
      Pattern.compile(
          ".*(mab|cept|kinra|leukin|grastim|poetin|plase|fusp|ermin|bafusp|stim)( \\w+)?"
              + "|.*(globulin|interferon|antibod|antitoxin|antivenom|immune serum|interleukin).*"
              + "|.* (alfa|beta)(-\\w+)?");

  private static final Pattern VACCINE =
      Pattern.compile(".*(vaccin|toxoid|\\bbacillus calmette|\\bbcg\\b).*");

  private static final Pattern CELLS = Pattern.compile(".*(leucel|autocel|alocel|[a-z]cel)$");

  private static final Pattern GENES = Pattern.compile(".*(vec|parvovec|repvec|plasmid)$");

  private DrugNames() {}

  /** Whether a name is one that papers would use and that hardly means anything else. */
  static boolean isUsable(String name) {
    return name.length() >= SHORTEST
        && name.length() <= LONGEST
        && name.split(" ", -1).length <= 4
        && name.matches(".*[A-Za-z]{3}.*")
        && Character.isLetterOrDigit(name.charAt(0))
        && !name.contains("|")
        && !name.contains("\t")
        && !SYSTEMATIC.matcher(name).matches()
        && !CODE.matcher(name).matches();
  }

  /** Whether a substance is a test substance for allergy or a raw plant or animal product. */
  static boolean isExtract(String name) {
    return EXTRACT.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether a name is the Latin, Spanish or French form of another. */
  static boolean isForeignForm(String name, String english) {
    String a = name.toLowerCase(Locale.ROOT);
    String b = english.toLowerCase(Locale.ROOT);
    if (a.equals(b)) {
      return false;
    }
    String stem = b.replaceAll("(um|e|a|o)$", "");
    return List.of("um", "a", "o", "e", "as", "i", "us").stream()
        .anyMatch(end -> a.equals(stem + end));
  }

  /** The subtype of a drug by its name. */
  static String subtype(String name, boolean biotech, boolean nutrient) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (VACCINE.matcher(lower).matches()) {
      return "vaccine";
    }
    if (CELLS.matcher(lower).matches()) {
      return "cell therapy";
    }
    if (GENES.matcher(lower).matches()) {
      return "gene therapy";
    }
    if (biotech || BIOLOGIC.matcher(lower).matches()) {
      return "biologic";
    }
    return nutrient ? "diet or behaviour" : "drug";
  }
}
