package org.immunospan.gene;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.lexicon.Table;
import org.immunospan.resource.FileSource;

/** The words of {@code gene-words.tsv}, which says what each kind of them does. Immutable. */
final class GeneWords {

  /** What a word does around or inside the name of a gene. */
  enum Kind {
    BEFORE,
    KEPT,
    AFTER,
    AFTER_A_SYMBOL,
    GENERIC,
    PREFIX,
    TARGET,
    DISEASE,
    METHOD,
    GENE_HEAD,
    NAMED_AFTER,
    MASS_SPECTROMETRY,
    MEASURE,
    MEASURE_WORD,
    NO_MEASURE,
    JOIN,
    ALWAYS,
    NO_GENE
  }

  static final String FILE = "gene-words.tsv";

  /** Letters that an ending needs before it. */
  private static final int LEAST_STEM = 3;

  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
  private final Map<Kind, List<String>> endings = new EnumMap<>(Kind.class);

  private GeneWords() {
    for (Kind kind : Kind.values()) {
      words.put(kind, new HashSet<>());
      endings.put(kind, new ArrayList<>());
    }
  }

  /**
   * Reads the table.
   *
   * @throws IOException if it cannot be read or is not such a table
   */
  static GeneWords read(FileSource models) throws IOException {
    GeneWords read = new GeneWords();
    try (InputStream in = models.open(FILE)) {
      for (Table.Row row : Table.read(in, FILE, "id", "kind", "forms", "why").rows()) {
        Kind kind = row.constant("kind", Kind.class);
        for (String form : row.values("forms")) {
          if (form.length() > 1 && form.charAt(0) == '-' && kind != Kind.PREFIX) {
            read.endings.get(kind).add(form.substring(1));
          } else {
            read.words.get(kind).add(form);
          }
        }
      }
    }
    return read;
  }

  /** Whether a word is of a kind, by itself or by its ending. */
  boolean is(Kind kind, String word) {
    if (words.get(kind).contains(word)) {
      return true;
    }
    for (String ending : endings.get(kind)) {
      if (word.length() >= ending.length() + LEAST_STEM && word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a unit of time or amount begins at a place: {@code days} in {@code 1 and 2 days}. */
  boolean beginMeasure(String text, int at) {
    return !begin(Kind.NO_MEASURE, text, "", at)
        && (begin(Kind.MEASURE, text, "", at) || begin(Kind.MEASURE_WORD, text, " ", at));
  }

  private boolean begin(Kind kind, String text, String after, int at) {
    return words.get(kind).stream().anyMatch(word -> text.startsWith(word + after, at));
  }

  /** The words of a kind that are not endings. */
  Set<String> all(Kind kind) {
    return words.get(kind);
  }
}
