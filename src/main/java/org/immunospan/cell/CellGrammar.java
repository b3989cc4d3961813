package org.immunospan.cell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunospan.cell.CellWord.Kind;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * Reads cell names in a sentence: markers and modifiers before a head noun ({@code CD4+CD45RA+
 * naive T cells}), also inside it ({@code T follicular helper (Tfh) cells}), and coordinations, of
 * which each part is a name of its own ({@code CD4+ and CD8+ T cells}, {@code T and B cells},
 * {@code Th1/Th2 cells}). What does not name the type is left out at the edges of a name. A cell
 * word that belongs to the name of something else is not one ({@code T cell receptor}, {@code
 * B-cell lymphoma}).
 *
 * <p>Time is linear in the length of the sentence. Immutable.
 */
final class CellGrammar {

  private final MarkerReader markerReader;
  private final CellWords.Compiled words;
  private final CellRules rules;

  CellGrammar(MarkerReader markerReader, CellWords.Compiled words, CellRules rules) {
    this.rules = rules;
    this.markerReader = markerReader;
    this.words = words;
  }

  /**
   * The cell names of a sentence, sorted, disjoint.
   *
   * @param defined heads that only this document defines, by their text
   */
  List<CellName> read(Tokens tokens, Map<String, CellWord> defined) {
    return analyse(tokens, defined).names();
  }

  /** What the grammar makes of a sentence. */
  record Analysis(CellChunks chunks, List<CellName> names) {}

  /** The same, with the words that the grammar knows. */
  Analysis analyse(Tokens tokens, Map<String, CellWord> defined) {
    CellChunks chunks = CellChunks.of(tokens, markerReader.read(tokens), words, defined);
    if (chunks.size() == 0) {
      return new Analysis(chunks, List.of());
    }
    StopContext stopContext = new StopContext(chunks, tokens, words, rules);
    ConjunctParser conjuncts = new ConjunctParser(chunks, stopContext, rules);
    return new Analysis(
        chunks, new CellCoordination(chunks, conjuncts, stopContext, rules).names());
  }

  /** The cell of an abbreviation that a span ends in, if the grammar leaves it to a model. */
  Optional<CellName> shortName(Span span, Tokens tokens) {
    CellChunks chunks = analyse(tokens.within(span), Map.of()).chunks();
    CellWord word = chunks.size() == 0 ? null : chunks.get(chunks.size() - 1).word(Kind.SHORT);
    return Optional.ofNullable(word)
        .map(w -> new CellName(span, w.genus(), Set.of(), List.of(), w.subtype(), false));
  }
}
