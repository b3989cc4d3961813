package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.lexicon.gene.GeneNameKey;

/** A key to look a gene name up by, and how it comes from the name; the first kinds are surest. */
record NameVariant(String key, Kind kind) {

  /** How a key comes from a name. */
  enum Kind {
    WHOLE,
    WITHOUT_SPECIES,
    WITHOUT_HEAD_WORD,
    GREEK_AS_LETTER,
    SINGULAR,
    WITHOUT_BRACKETS,
    RECEPTOR,
    ROMAN,
    WITHOUT_PREFIX,
    WITHOUT_TAIL,
    WITHOUT_ISOFORM,
    LETTER_AS_GREEK,
    ONLY_MEMBER,
    WORDS
  }

  private static final Map<String, String> GREEK =
      Map.of(
          "alpha", "a", "beta", "b", "gamma", "g", "delta", "d", "epsilon", "e", "zeta", "z",
          "theta", "q", "kappa", "k");

  /** The Greek letters that a, b, g and d may be, in this order. */
  private static final List<String> FIRST_GREEK = List.of("alpha", "beta", "gamma", "delta");

  private static final Map<String, String> ROMAN =
      Map.of(
          "i", "1", "ii", "2", "iii", "3", "iv", "4", "v", "5", "vi", "6", "vii", "7", "viii", "8",
          "ix", "9", "x", "10");

  private static final int LONGEST_TAIL = 10;

  private static final Pattern DIGITS = Pattern.compile("\\d+$");

  /** What was done to the gene, or its splice variant, at the end of a name. */
  private static final Pattern STATE =
      Pattern.compile("(.{3,}?)(?:[- ]?(?:KO|cKO|KD|OE|tg|Tg)|v\\d)");

  /** The strand of a mature microRNA at its end. */
  private static final Pattern STRAND =
      Pattern.compile("(?i)((?:mi(?:cro)?r(?:na)?|let)-?\\d.*)-[35]p");

  /** The variants of a name, the surest first; each key once. */
  static List<NameVariant> of(String name, LinkWords words) {
    Map<String, Kind> variants = new LinkedHashMap<>();
    add(variants, name, Kind.WHOLE);
    String bare = withoutSpecies(name, words);
    if (!bare.equals(name)) {
      add(variants, bare, Kind.WITHOUT_SPECIES);
    }
    String headless = withoutHead(bare, words);
    if (!headless.equals(bare)) {
      add(variants, headless, Kind.WITHOUT_HEAD_WORD);
    }
    String key = GeneNameKey.of(headless);
    addGreek(variants, headless, key);
    if (key.length() > 3 && key.endsWith("s") && !key.endsWith("ss")) {
      addKey(variants, key.substring(0, key.length() - 1), Kind.SINGULAR);
      addReceptor(variants, key.substring(0, key.length() - 1));
    }
    int open = headless.indexOf('(');
    int close = headless.indexOf(')', open + 1);
    if (open >= 0 && close > open) {
      add(
          variants,
          headless.substring(0, open) + headless.substring(close + 1),
          Kind.WITHOUT_BRACKETS);
      addShortForm(variants, headless.substring(open + 1, close), headless.substring(close + 1));
    }
    addReceptor(variants, key);
    addRoman(variants, headless);
    addLessPrefix(variants, headless, words);
    addHla(variants, headless);
    Matcher state = STATE.matcher(headless);
    if (state.matches()) {
      add(variants, state.group(1), Kind.WITHOUT_ISOFORM);
    }
    Matcher strand = STRAND.matcher(headless);
    if (strand.matches()) {
      add(variants, strand.group(1), Kind.WITHOUT_ISOFORM);
    }
    addKey(variants, GeneNameKey.ofWords(bare), Kind.WORDS);
    int last = headless.lastIndexOf(' ');
    boolean hasTail =
        last > 3
            && !words.is(LinkWords.Kind.PARTNER, headless.substring(last + 1))
            && !isGreek(headless.substring(0, last));
    if (hasTail) {
      add(variants, headless.substring(0, last), Kind.WITHOUT_TAIL);
    }
    addLess(variants, headless, key);
    List<NameVariant> list = new ArrayList<>(variants.size());
    variants.forEach((k, kind) -> list.add(new NameVariant(k, kind)));
    return list;
  }

  /** Whether a name is no more than a Greek letter and a number, as that of a subunit. */
  private static boolean isGreek(String name) {
    String letters = DIGITS.matcher(GeneNameKey.of(name)).replaceAll("");
    return GREEK.containsKey(letters);
  }

  /**
   * {@code IP-10} for {@code interferon-inducible protein (IP)-10}, {@code E-cadherin} for {@code
   * epithelial (E)-cadherin}.
   */
  private static void addShortForm(Map<String, Kind> variants, String shortForm, String tail) {
    boolean isTail =
        tail.length() > 1 && tail.length() <= LONGEST_TAIL && "- ".indexOf(tail.charAt(0)) >= 0;
    boolean isShort = shortForm.length() > 1 || (shortForm.length() == 1 && tail.startsWith("-"));
    if (isTail && isShort && shortForm.indexOf(' ') < 0) {
      add(variants, shortForm + tail, Kind.WITHOUT_BRACKETS);
    }
  }

  private static void add(Map<String, Kind> variants, String name, Kind kind) {
    addKey(variants, GeneNameKey.of(name), kind);
  }

  private static void addKey(Map<String, Kind> variants, String key, Kind kind) {
    if (key.length() > 1) {
      variants.putIfAbsent(key, kind);
    }
  }

  /** Without words before the name, and without a small h, m or r tied to a capital. */
  static String withoutSpecies(String name, LinkWords words) {
    String rest = name;
    for (int border = border(rest, words); border > 0; border = border(rest, words)) {
      rest = rest.substring(border + 1).strip();
    }
    if (rest.length() > 4
        && (rest.startsWith("rh") || rest.startsWith("Rh"))
        && Character.isUpperCase(rest.charAt(2))) {
      return rest.substring(2);
    }
    boolean hasLetter =
        rest.length() > 2
            && "hmr".indexOf(rest.charAt(0)) >= 0
            && Character.isUpperCase(rest.charAt(1));
    if (hasLetter) {
      return rest.substring(1);
    }
    boolean hasTiedLetter =
        rest.length() > 3 && "hmr".indexOf(rest.charAt(0)) >= 0 && rest.charAt(1) == '-';
    return hasTiedLetter ? rest.substring(2) : rest;
  }

  /** A name without the p of phosphorylated before a capital. */
  static String withoutPhospho(String name) {
    boolean isPhospho =
        name.length() > 3 && name.charAt(0) == 'p' && Character.isUpperCase(name.charAt(1));
    return isPhospho ? name.substring(1) : name;
  }

  /** The space or hyphen after a first word that the name can do without, or -1. */
  private static int border(String name, LinkWords words) {
    for (char separator : new char[] {' ', '-'}) {
      int at = name.indexOf(separator);
      if (at > 0 && words.is(LinkWords.Kind.BEFORE, name.substring(0, at))) {
        return at;
      }
    }
    return -1;
  }

  private static String withoutHead(String name, LinkWords words) {
    String rest = name;
    for (int space = rest.lastIndexOf(' ');
        space > 0 && words.is(LinkWords.Kind.AFTER, rest.substring(space + 1));
        space = rest.lastIndexOf(' ')) {
      rest = rest.substring(0, space);
    }
    return rest;
  }

  private static void addGreek(Map<String, Kind> variants, String name, String key) {
    for (Map.Entry<String, String> letter : GREEK.entrySet()) {
      int at = key.lastIndexOf(letter.getKey());
      if (at > 0) {
        String with =
            key.substring(0, at) + letter.getValue() + key.substring(at + letter.getKey().length());
        addKey(variants, with, Kind.GREEK_AS_LETTER);
      }
    }
    char last = name.isEmpty() ? ' ' : name.charAt(name.length() - 1);
    boolean endsInLetter =
        key.length() > 2
            && Character.isDigit(key.charAt(key.length() - 2))
            && "ABGDabgd".indexOf(last) >= 0;
    if (endsInLetter) {
      String greek = FIRST_GREEK.get("abgd".indexOf(Character.toLowerCase(last)));
      addKey(variants, key.substring(0, key.length() - 1) + greek, Kind.GREEK_AS_LETTER);
    }
  }

  /**
   * {@code b-catenin} for beta-catenin, {@code integrin b2} for integrin beta 2, {@code SH2B1b}
   * without the letter and {@code PDE4D3} without the number of the isoform.
   */
  private static void addLess(Map<String, Kind> variants, String name, String key) {
    if (name.length() > 4 && name.charAt(1) == '-' && "abgd".indexOf(name.charAt(0)) >= 0) {
      String greek = FIRST_GREEK.get("abgd".indexOf(name.charAt(0)));
      add(variants, greek + name.substring(2), Kind.LETTER_AS_GREEK);
    }
    int space = Math.max(name.lastIndexOf(' '), name.lastIndexOf('-'));
    int letter =
        space < 4 ? -1 : "abgd".indexOf(name.charAt(Math.min(space + 1, name.length() - 1)));
    String end = name.substring(Math.min(name.length(), space + 2));
    if (letter >= 0 && end.chars().allMatch(Character::isDigit)) {
      String greek = FIRST_GREEK.get(letter);
      add(variants, name.substring(0, space + 1) + greek + end, Kind.LETTER_AS_GREEK);
    }
    int last = key.length() - 1;
    boolean isoform =
        last > 3 && Character.isLetter(key.charAt(last)) && Character.isDigit(key.charAt(last - 1));
    if (isoform) {
      addKey(variants, key.substring(0, last), Kind.WITHOUT_ISOFORM);
    }
    boolean isNumbered =
        last > 4
            && Character.isDigit(key.charAt(last))
            && Character.isLetter(key.charAt(last - 1))
            && Character.isDigit(key.charAt(last - 2));
    if (isNumbered) {
      addKey(variants, key.substring(0, last), Kind.WITHOUT_ISOFORM);
    }
  }

  /** {@code HLA-A2} and {@code HLA-DRB1*04:01} without the allele. */
  private static void addHla(Map<String, Kind> variants, String name) {
    int star = name.indexOf('*');
    if (star > 4 && name.startsWith("HLA-")) {
      add(variants, name.substring(0, star), Kind.WITHOUT_ISOFORM);
    } else if (name.length() > 5 && name.startsWith("HLA-") && Character.isDigit(name.charAt(5))) {
      add(variants, name.substring(0, 5), Kind.WITHOUT_ISOFORM);
    }
  }

  private static void addReceptor(Map<String, Kind> variants, String key) {
    if (key.endsWith("receptor")) {
      addKey(variants, key.substring(0, key.length() - 8) + "r", Kind.RECEPTOR);
    } else if (key.endsWith("r") && key.length() > 3) {
      addKey(variants, key.substring(0, key.length() - 1) + "receptor", Kind.RECEPTOR);
    } else if (key.contains("receptor")) {
      addKey(variants, key.replace("receptor", "r"), Kind.RECEPTOR);
    }
  }

  private static void addRoman(Map<String, Kind> variants, String name) {
    int border = Math.max(name.lastIndexOf(' '), name.lastIndexOf('-'));
    if (border > 0) {
      String arabic = ROMAN.get(name.substring(border + 1).toLowerCase(Locale.ROOT));
      if (arabic != null) {
        add(variants, name.substring(0, border) + arabic, Kind.ROMAN);
      }
    }
  }

  private static void addLessPrefix(Map<String, Kind> variants, String name, LinkWords words) {
    String prefix = words.prefix(name);
    if (!prefix.isEmpty() && name.length() > prefix.length() + 1) {
      add(variants, name.substring(prefix.length()), Kind.WITHOUT_PREFIX);
    }
    boolean phospho =
        name.length() > 3
            && (name.charAt(0) == 'p' || name.charAt(0) == 's')
            && Character.isUpperCase(name.charAt(1))
            && (Character.isUpperCase(name.charAt(2)) || name.charAt(0) == 'p');
    if (phospho) {
      add(variants, name.substring(1), Kind.WITHOUT_PREFIX);
    }
  }
}
