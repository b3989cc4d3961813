package org.immunospan.therapy;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.immunospan.lexicon.LexiconFormatException;
import org.immunospan.lexicon.Table;
import org.immunospan.text.FormCache;

/**
 * What the words of therapy names say by themselves: a table of name stems with classes ({@code
 * -mab}), of nouns that name a therapy ({@code inhibitor}), and of words around such names. Words
 * are looked up in lowercase. Immutable; safe to share.
 */
public final class TherapyGrammar {

  /** What a row of the table says of a word. */
  enum Kind {
    /** The ending of names of a class. */
    STEM,
    /** A noun that names a therapy, alone or at the end of a phrase. */
    HEAD,
    /** It speaks of giving a treatment. */
    GIVEN,
    /** It follows what is given. */
    AFTER,
    /** It speaks of measuring a substance. */
    MEASURED,
    /** It is frequent in sentences about treatments. */
    TRIAL,
    /** No noun phrase goes on after it. */
    END,
    /** It stays outside a name at its left end. */
    LEFT,
    /** It stays outside a name at its right end. */
    RIGHT,
    /** It speaks of experiments on cells. */
    CULTURE,
    /** It speaks of studies of patients. */
    CLINIC,
    /** An acid or salt after the name of a drug. */
    SALT,
    /** A molecule; antibodies against it are medicines. */
    TARGET,
    /** A noun for an antibody, in the singular. */
    ANTIBODY,
    /** It says the kind of an antibody, before its noun. */
    ANTIBODY_KIND,
    /** It speaks of antibodies that show molecules. */
    STAINING,
    /** The code of a state, which follows the name of a town. */
    STATE,
    /** Before a target it makes the name of an antibody. */
    ANTI,
    /** As {@link #ANTI}, and written together with the target. */
    ANTI_PREFIX,
    /** It comes before a noun that explains a name. */
    ARTICLE,
    /** It joins the names of a list, or those that are compared. */
    JOIN,
    /** It follows a word of giving, and the therapy follows it. */
    PREPOSITION
  }

  private static final int LONGEST_STEM = 14;
  private static final int SHORTEST_REST = 2;
  private static final Set<Kind> NO_KINDS = EnumSet.noneOf(Kind.class);

  /** The number of words that are remembered. */
  private static final int KNOWN = 1 << 16;

  private final Map<String, String> stems = new HashMap<>();
  private final Map<String, String> heads = new HashMap<>();
  private final Map<String, Set<Kind>> kinds = new HashMap<>();

  /** What was said of words before, by their form. */
  private final FormCache<Word> known = new FormCache<>(KNOWN);

  private TherapyGrammar() {}

  /**
   * All that the grammar says of a word.
   *
   * @param lower its form in lowercase
   * @param headClass as of {@link #headClass}
   * @param evidence the class that it names with the letter H, or its stem with S; or null
   */
  record Word(String lower, Set<Kind> kinds, String headClass, String evidence) {
    boolean is(Kind kind) {
      return kinds.contains(kind);
    }
  }

  /**
   * Reads the table, without closing the stream.
   *
   * @param file names the source in messages
   * @throws LexiconFormatException if a row is malformed
   */
  public static TherapyGrammar read(InputStream in, String file) throws IOException {
    TherapyGrammar grammar = new TherapyGrammar();
    for (Table.Row row : Table.read(in, file, "id", "kind", "form", "class", "why").rows()) {
      grammar.add(row);
    }
    return grammar;
  }

  private void add(Table.Row row) throws LexiconFormatException {
    Kind kind = row.constant("kind", Kind.class);
    String form = row.required("form");
    switch (kind) {
      case STEM -> {
        if (!form.startsWith("-") || form.length() > LONGEST_STEM + 1) {
          throw row.problem(
              "expected a stem such as -mab of at most %s letters, found \"%s\""
                  .formatted(LONGEST_STEM, form));
        }
        stems.put(form.substring(1), row.required("class"));
      }
      case HEAD -> heads.put(form, row.required("class"));
      default -> kinds.computeIfAbsent(form, f -> EnumSet.noneOf(Kind.class)).add(kind);
    }
  }

  /** What the grammar says of a word in any case. */
  Word word(String form) {
    Word word = known.get(form);
    if (word == null) {
      word = read(form.toLowerCase(Locale.ROOT));
      known.put(form, word);
    }
    return word;
  }

  private Word read(String lower) {
    String head = headClass(lower);
    String stem = head == null ? stemClass(lower) : null;
    String evidence = head != null ? "H" + head : stem != null ? "S" + stem : null;
    return new Word(lower, kinds(lower), head, evidence);
  }

  private Set<Kind> kinds(String lower) {
    return kinds.getOrDefault(lower, NO_KINDS);
  }

  /** Whether a word in lowercase is of a kind. */
  boolean is(String word, Kind kind) {
    return kinds(word).contains(kind);
  }

  /** All words of a kind, sorted. */
  Set<String> words(Kind kind) {
    Set<String> words = new TreeSet<>();
    kinds.forEach(
        (form, of) -> {
          if (of.contains(kind)) {
            words.add(form);
          }
        });
    return words;
  }

  /** The class that a noun in the singular or plural names, or null. */
  String headClass(String word) {
    String found = heads.get(word);
    return found != null ? found : heads.get(singular(word));
  }

  /** The class that the longest stem at the end of a word names, or null. */
  String stemClass(String word) {
    String single = singular(word);
    for (int length = Math.min(LONGEST_STEM, single.length() - SHORTEST_REST);
        length > 1;
        length--) {
      String found = stems.get(single.substring(single.length() - length));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** A guess at the singular of a word in lowercase. */
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
