package org.immunospan.lexicon.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immunospan.lexicon.Table;

/** Which names of a drug papers use, and what a name says about the kind of treatment. */
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

  private static final List<Part> PARTS = readParts();

  /** Where in a name a part is. */
  private enum Form {
    PART,
    END,
    WORD,
    LAST
  }

  /** A part of a name and what it says. */
  private record Part(Form form, String text, String meaning) {

    boolean isIn(String name) {
      int lastBlank = name.lastIndexOf(' ');
      String[] words = name.split("[^\\p{L}\\p{N}]+", -1);
      return switch (form) {
        case PART -> name.contains(text);
        case END ->
            name.endsWith(text) || (lastBlank > 0 && name.substring(0, lastBlank).endsWith(text));
        case WORD ->
            text.indexOf(' ') > 0 ? name.contains(text) : Arrays.asList(words).contains(text);
        case LAST -> {
          String[] last = name.substring(lastBlank + 1).split("-", -1);
          yield lastBlank > 0 && last.length <= 2 && last[0].equals(text);
        }
      };
    }
  }

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

  /**
   * A name as it is searched for. One that ends in a single letter after a hyphen ({@code
   * Protease-S}, {@code Retin-A}) is found only as it is written, since it would be a word without
   * the hyphen.
   */
  static String searched(String name) {
    int hyphen = name.length() - 2;
    boolean endsInLetter = hyphen > 0 && Character.isLetter(name.charAt(hyphen + 1));
    return endsInLetter && name.charAt(hyphen) == '-' ? "=" + name : name;
  }

  /** Whether a substance is a test substance for allergy or a raw plant or animal product. */
  static boolean isExtract(String name) {
    return meanings(name).anyMatch("extract"::equals);
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
    String meaning = meanings(name).filter(m -> !m.equals("extract")).findFirst().orElse("");
    if (meaning.isEmpty() && biotech) {
      return "biologic";
    }
    return !meaning.isEmpty() ? meaning : nutrient ? "diet or behaviour" : "drug";
  }

  private static Stream<String> meanings(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return PARTS.stream().filter(part -> part.isIn(lower)).map(Part::meaning);
  }

  private static List<Part> readParts() {
    try {
      List<Part> parts = new ArrayList<>();
      for (Table.Row row :
          Table.ofResource(
                  DrugNames.class, "drug-name-parts.tsv", "form", "parts", "meaning", "why")
              .rows()) {
        for (String text : row.values("parts")) {
          parts.add(new Part(row.constant("form", Form.class), text, row.required("meaning")));
        }
      }
      return List.copyOf(parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
