package org.immunospan.gene;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.immunospan.lexicon.Table;
import org.immunospan.resource.FileSource;
import org.immunospan.text.Span;

/**
 * The words of {@code gene-contexts.tsv}: what the words around an abbreviation say of it. Asks for
 * the nearest words alone, so that the length of the text does not matter. Immutable.
 */
final class GeneContexts {

  /** What words around an abbreviation say. */
  enum Says {
    GENE,
    SURELY_GENE,
    CLINIC
  }

  private enum Side {
    BEFORE,
    AFTER
  }

  private record Row(Side side, Says says, List<String> words, List<String> unless) {}

  static final String FILE = "gene-contexts.tsv";

  private static final String THE = " the";

  private final List<Row> rows = new ArrayList<>();

  private GeneContexts() {}

  /**
   * Reads the table.
   *
   * @throws IOException if it cannot be read or is not such a table
   */
  static GeneContexts read(FileSource models) throws IOException {
    GeneContexts read = new GeneContexts();
    try (InputStream in = models.open(FILE)) {
      for (Table.Row row : Table.read(in, FILE, "side", "says", "words", "unless").rows()) {
        read.rows.add(
            new Row(
                row.constant("side", Side.class),
                row.constant("says", Says.class),
                row.values("words"),
                row.values("unless")));
      }
    }
    return read;
  }

  /** Whether words or signs next to a span say that it is a gene, surely or not. */
  boolean sayGene(String text, Span span) {
    return say(Says.GENE, text, span) || saySurelyGene(text, span);
  }

  /** Whether words or signs next to a span occur next to genes alone. */
  boolean saySurelyGene(String text, Span span) {
    return say(Says.SURELY_GENE, text, span) || isGeneSign(text, span.end());
  }

  /** Whether words next to a span say that it is a disease. */
  boolean sayClinic(String text, Span span) {
    return say(Says.CLINIC, text, span);
  }

  private boolean say(Says says, String text, Span span) {
    for (Row row : rows) {
      if (row.says == says
          && (row.side == Side.BEFORE
              ? isBefore(row, text, span.begin())
              : isAfter(row, text, span.end()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAfter(Row row, String text, int end) {
    int at = end < text.length() && text.charAt(end) == ')' ? end + 1 : end;
    if (at >= text.length() || (text.charAt(at) != ' ' && text.charAt(at) != '-')) {
      return false;
    }
    for (String words : row.words) {
      if (text.startsWith(words, at + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBefore(Row row, String text, int begin) {
    int at =
        row.says == Says.GENE && begin > 0 && text.charAt(begin - 1) == '(' ? begin - 1 : begin;
    if (at == 0 || text.charAt(at - 1) != ' ') {
      return false;
    }
    at--;
    at = endsWith(text, at, THE) ? at - THE.length() : at;
    for (String words : row.words) {
      if (endsWithWord(text, at, words)) {
        int rest = at - words.length() - 1;
        return row.unless.stream().noneMatch(word -> endsWithWord(text, rest, word));
      }
    }
    return false;
  }

  private static boolean endsWithWord(String text, int end, String word) {
    int begin = end - word.length();
    return endsWith(text, end, word)
        && (begin == 0 || !Character.isLetterOrDigit(text.charAt(begin - 1)));
  }

  private static boolean endsWith(String text, int end, String words) {
    return end >= words.length() && text.startsWith(words, end - words.length());
  }

  /** {@code -/-}, {@code (+)}, and {@code +} before nothing that it could join. */
  private static boolean isGeneSign(String text, int end) {
    if (text.startsWith("(+)", end)) {
      return true;
    }
    int at = text.startsWith("(", end) ? end + 1 : end;
    if (at + 2 < text.length()
        && isMinus(text.charAt(at))
        && text.charAt(at + 1) == '/'
        && isMinus(text.charAt(at + 2))) {
      return true;
    }
    return text.startsWith("+", end)
        && (end + 1 == text.length()
            || (text.charAt(end + 1) != '/' && !Character.isLetterOrDigit(text.charAt(end + 1))));
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '−' || c == '–';
  }
}
