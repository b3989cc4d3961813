package org.immunospan.therapy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the words of therapy names say by themselves: a table of name stems with classes ({@code
 * -mab}), of nouns that name a therapy ({@code inhibitor}), and of words around such names. Words
 * are looked up in lower case. Immutable; safe to share.
 */
public final class TherapyGrammar {

  /** What a row of the table says of a word. */
  enum Kind {
    /** It may end a noun phrase that names a therapy. */
    HEAD,
    /** It tells of giving a treatment. */
    GIVEN,
    /** It stands behind what is given. */
    AFTER,
    /** It tells of measuring a substance. */
    MEASURED,
    /** It is frequent in sentences about treatments. */
    TRIAL,
    /** No noun phrase goes on behind it. */
    END,
    /** It stays outside a name at its left end. */
    LEFT,
    /** It stays outside a name at its right end. */
    RIGHT
  }

  private static final String STEM = "stem";
  private static final List<String> COLUMNS = List.of("id", "kind", "form", "class", "why");
  private static final int LONGEST_STEM = 14;
  private static final int SHORTEST_REST = 2;

  private final Map<String, String> stems = new HashMap<>();
  private final Map<String, String> heads = new HashMap<>();
  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

  private TherapyGrammar() {
    for (Kind kind : Kind.values()) {
      words.put(kind, new HashSet<>());
    }
  }

  /**
   * Reads the table; the stream stays open.
   *
   * @param place what to name in an error
   * @throws IllegalArgumentException if a row is malformed
   */
  public static TherapyGrammar read(InputStream in, String place) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    TherapyGrammar grammar = new TherapyGrammar();
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      List<String> fields = List.of(line.split("\t", -1));
      if (number == 1) {
        if (!fields.equals(COLUMNS)) {
          throw new IllegalArgumentException(
              "%s:1: expected the columns %s, found %s".formatted(place, COLUMNS, fields));
        }
      } else if (fields.size() != COLUMNS.size()) {
        throw new IllegalArgumentException(
            "%s:%s: expected %s fields, found %s"
                .formatted(place, number, COLUMNS.size(), fields.size()));
      } else {
        grammar.add(fields, place + ":" + number);
      }
    }
    return grammar;
  }

  private void add(List<String> fields, String place) {
    String form = fields.get(2);
    if (fields.get(1).equals(STEM)) {
      if (!form.startsWith("-") || form.length() > LONGEST_STEM + 1) {
        throw new IllegalArgumentException(
            "%s: expected a stem such as -mab of at most %s letters, found \"%s\""
                .formatted(place, LONGEST_STEM, form));
      }
      stems.put(form.substring(1), fields.get(3));
      return;
    }
    Kind kind;
    try {
      kind = Kind.valueOf(fields.get(1).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: unknown kind \"%s\"; known kinds: stem, %s"
              .formatted(place, fields.get(1), List.of(Kind.values())),
          e);
    }
    words.get(kind).add(form);
    if (kind == Kind.HEAD) {
      heads.put(form, fields.get(3));
    }
  }

  /** Whether a word in lower case is of a kind. */
  boolean is(String word, Kind kind) {
    return words.get(kind).contains(word);
  }

  /** The class that a noun in the singular or plural names, or null. */
  String headClass(String word) {
    String found = heads.get(word);
    return found != null ? found : heads.get(singular(word));
  }

  /** The class that the longest stem at the end of a word names, or null. */
  String stemClass(String word) {
    String single = singular(word);
    for (int length = Math.min(LONGEST_STEM, single.length() - SHORTEST_REST); length > 1; length--) {
      String found = stems.get(single.substring(single.length() - length));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** A guess at the singular of a word in lower case. */
  static String singular(String lower) {
    if (lower.length() < 5 || !lower.endsWith("s")) {
      return lower;
    }
    if (lower.endsWith("ies")) {
      return lower.substring(0, lower.length() - 3) + "y";
    }
    if (lower.endsWith("sses")) {
      return lower.substring(0, lower.length() - 2);
    }
    boolean isPlural = !lower.endsWith("ss") && !lower.endsWith("us") && !lower.endsWith("is");
    return isPlural ? lower.substring(0, lower.length() - 1) : lower;
  }
}
