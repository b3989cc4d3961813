package org.immunospan.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.immunospan.cell.CellWord.Kind;
import org.immunospan.lexicon.TermMatch;
import org.immunospan.text.MarkerLevel;
import org.immunospan.text.Tokens;

/**
 * Tells by what is around it whether a cell word or a marker names a cell at all. Belongs to one
 * sentence.
 */
final class StopContext {

  private static final int MAX_FILLERS = 5;

  /** An isotope: {@code (99m)Tc}. */
  private static final Pattern ISOTOPE =
      Pattern.compile("(?:^|[^\\p{L}\\p{N}])[0-9]{2,3}m?\\)?-?$");

  private static final int MAX_ISOTOPE = 7;

  private final CellChunks chunks;
  private final Tokens tokens;
  private final CellWords.Compiled words;
  private final CellRules rules;

  /** The names in the sentence that make no cell of what comes before them; null until needed. */
  private int[] stops;

  /** For each chunk whether it goes on after the name of a cell line; null until needed. */
  private boolean[] afterLine;

  /**
   * For each chunk the last one before the list of markers that ends before it; null until needed.
   */
  private int[] beforeList;

  StopContext(CellChunks chunks, Tokens tokens, CellWords.Compiled words, CellRules rules) {
    this.rules = rules;
    this.chunks = chunks;
    this.tokens = tokens;
    this.words = words;
  }

  /** Whether a sign is that of a donor, not of a cell: {@code HIV+}. */
  boolean isStatus(MarkerReader.Reading marker) {
    String name = marker.name().name();
    return name.startsWith("HLA-A") || name.startsWith("HLA-B") || words.statuses().contains(name);
  }

  /**
   * Whether the name of a cell line begins what an chunk goes on: {@code Jurkat CD4+ T cells}, but
   * not {@code BV2 mouse microglial cells}, where a type is named next to the line, nor {@code B16
   * tumor macrophages}, which are the host's.
   */
  boolean continuesLine(int at) {
    if (afterLine == null) {
      afterLine = new boolean[chunks.size() + 1];
      for (int i = 1; i < afterLine.length; i++) {
        boolean line = chunks.get(i - 1).word(Kind.LINE) != null;
        afterLine[i] = line || (afterLine[i - 1] && keepsLine(i - 1));
      }
    }
    return afterLine[at];
  }

  private boolean keepsLine(int at) {
    CellChunks.Chunk chunk = chunks.get(at);
    return chunk.isMarker()
        || chunk.word(Kind.MODIFIER) != null
        || (chunk.word(Kind.STEM) != null
            && !rules.isSolidTumour(chunk.word(Kind.STEM).genus(), chunks.textOf(at)))
        || (chunks.isHyphen(at) && chunks.touchesBefore(at + 1));
  }

  /** Whether what comes before a word, or a number tied to it, makes no cell of it. */
  boolean isBlocked(int at, CellWord word) {
    if (at == 0) {
      return isHyphenDigit(at + 1);
    }
    int before = chunks.isHyphen(at - 1) && chunks.touchesBefore(at) ? at - 2 : at - 1;
    if (before < 0) {
      return false;
    }
    String text = chunks.textOf(before).toLowerCase(Locale.ROOT);
    int begin = chunks.get(at).begin();
    String close = chunks.text().substring(Math.max(0, begin - MAX_ISOTOPE), begin);
    if (ISOTOPE.matcher(close).find()) {
      return true;
    }
    boolean hyphenDigit = isHyphenDigit(at + 1) && word.kind() != Kind.STEM;
    boolean letter = chunks.get(at).end() - chunks.get(at).begin() <= 2;
    return hyphenDigit
        || (text.equals("non") && before == at - 2)
        || (letter && word.kind() != Kind.HEAD && words.blocks().contains(text));
  }

  /** {@code -1} right after a word: it is the name of something else. */
  private boolean isHyphenDigit(int at) {
    return chunks.isHyphen(at)
        && chunks.touchesBefore(at)
        && chunks.touchesBefore(at + 1)
        && Character.isDigit(chunks.text().charAt(chunks.get(at + 1).begin()));
  }

  /** {@code T cells (CD3+)}, {@code was CD3+}: said of cells that are named elsewhere. */
  boolean isInBracketsOrPredicate(Conjunct conjunct) {
    int before = beforeList(conjunct.first);
    if (before < 0) {
      return false;
    }
    String word = chunks.textOf(before);
    return word.equals("(")
        || word.equals("[")
        || words.predicates().contains(word)
        || conjunct.markers.stream().anyMatch(m -> m.level() == MarkerLevel.NEGATIVE);
  }

  /** The last chunk before a list of markers, or -1. */
  private int beforeList(int at) {
    if (beforeList == null) {
      beforeList = new int[chunks.size() + 1];
      beforeList[0] = -1;
      for (int i = 1; i < beforeList.length; i++) {
        boolean inList =
            chunks.get(i - 1).isMarker()
                || chunks.is(i - 1, ',')
                || chunks.is(i - 1, '/')
                || chunks.get(i - 1).word(Kind.JOIN) != null;
        beforeList[i] = inList ? beforeList[i - 1] : i - 1;
      }
    }
    return beforeList[at];
  }

  /** Whether what follows a signed marker is not a cell: {@code CD20+ lymphomas}. */
  boolean isCarried(int next) {
    if (next >= chunks.size()) {
      return false;
    }
    String word = chunks.textOf(next).toLowerCase(Locale.ROOT);
    return words.carriers().contains(word)
        || (word.endsWith("s") && words.carriers().contains(word.substring(0, word.length() - 1)));
  }

  /** Whether what follows makes the cell word a part of another name. */
  boolean isStopped(int next) {
    if (next >= chunks.size() || chunks.text().charAt(chunks.get(next - 1).end() - 1) == 's') {
      return false;
    }
    int at = chunks.get(next).begin();
    int token = tokens.firstFrom(at);
    int stop = firstStop(token);
    return stop >= 0 && stop <= token + MAX_FILLERS && onlyFillers(token, stop);
  }

  /** The first token of the first stop at or after a token, or -1. */
  private int firstStop(int token) {
    if (stops == null) {
      stops = words.stops().match(tokens).stream().mapToInt(TermMatch::firstToken).toArray();
    }
    int found = Arrays.binarySearch(stops, token);
    int index = found < 0 ? -found - 1 : found;
    return index < stops.length ? stops[index] : -1;
  }

  private boolean onlyFillers(int from, int to) {
    for (int i = from; i < to; i++) {
      String word = tokens.text(i);
      if (!word.equals("-") && !words.fillers().contains(word)) {
        return false;
      }
    }
    return true;
  }
}
