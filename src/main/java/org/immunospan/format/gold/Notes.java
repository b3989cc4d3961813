package org.immunospan.format.gold;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.immunospan.text.Concept;
import org.immunospan.text.Mention;

/**
 * What a program knows of a mention besides place, type, class and identifiers: the columns of
 * spans.csv after {@code identifier}, as text. Formats that have room for them carry them under
 * these names. What is unknown is absent.
 */
public final class Notes {

  public static final String NAME = "name";
  public static final String SCORE = "score";
  public static final String SOURCE = "source";
  public static final String LINK_SCORE = "link_score";
  public static final String TARGET = "target";

  /** All of them, in the order of spans.csv. */
  public static final List<String> NAMES =
      List.of(
          NAME,
          SCORE,
          SOURCE,
          "long_form",
          "lineage",
          "hgnc",
          "ncbi_gene",
          "species",
          LINK_SCORE,
          TARGET);

  private Notes() {}

  /** Those of a mention that the pipeline found. */
  static Map<String, String> of(Mention mention) {
    String names = mention.concepts().stream().map(Concept::name).collect(Collectors.joining("|"));
    Map<String, String> notes = new LinkedHashMap<>();
    put(notes, NAME, names);
    put(notes, SCORE, decimal(mention.score()));
    put(notes, SOURCE, mention.source());
    put(notes, "long_form", mention.longForm());
    put(notes, "lineage", mention.lineage());
    put(notes, "hgnc", String.join("|", mention.gene().hgnc()));
    put(notes, "ncbi_gene", String.join("|", mention.gene().ncbiGene()));
    put(notes, "species", mention.gene().species());
    put(notes, LINK_SCORE, decimal(mention.gene().score()));
    put(notes, TARGET, String.join("|", mention.targets()));
    return notes;
  }

  /**
   * Those that a record of a file has.
   *
   * @param field the value of a column, "" or null when there is none
   */
  public static Map<String, String> from(UnaryOperator<String> field) {
    String[] pairs = null;
    int length = 0;
    for (String name : NAMES) {
      String value = field.apply(name);
      if (value != null && !value.isEmpty()) {
        // Gold has none, and is read by the million.
        pairs = pairs == null ? new String[2 * NAMES.size()] : pairs;
        pairs[length++] = name;
        pairs[length++] = value;
      }
    }
    return pairs == null ? Map.of() : new FewNotes(Arrays.copyOf(pairs, length));
  }

  /** Whether a note is a number. */
  public static boolean isNumber(String name) {
    return name.equals(SCORE) || name.equals(LINK_SCORE);
  }

  static Map<String, String> inOrder(Map<String, String> notes) {
    if (notes.isEmpty() || notes instanceof FewNotes) {
      return notes.isEmpty() ? Map.of() : notes;
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  private static void put(Map<String, String> notes, String name, String value) {
    if (!value.isEmpty()) {
      notes.put(name, value);
    }
  }

  private static String decimal(double score) {
    return Double.isNaN(score) ? "" : String.format(Locale.ROOT, "%.3f", score);
  }
}
