package org.immunospan.tag.cell;

import java.util.List;
import java.util.Map;
import org.immunospan.text.Tokens;

/**
 * Reads cell names in a sentence: markers and modifiers before a head noun ({@code CD4+CD45RA+
 * naive T cells}), also inside it ({@code T follicular helper (Tfh) cells}), and coordinations, of
 * which each part is a name of its own ({@code CD4+ and CD8+ T cells}, {@code T and B cells},
 * {@code Th1/Th2 cells}). What does not name the type is left out at the edges of a name. A cell
 * word that belongs to the name of something else is none ({@code T cell receptor}, {@code B-cell
 * lymphoma}).
 *
 * <p>Time is linear in the length of the sentence. Immutable.
 */
final class CellGrammar {

  private final MarkerReader markerReader;
  private final CellWords.Compiled words;

  CellGrammar(MarkerReader markerReader, CellWords.Compiled words) {
    this.markerReader = markerReader;
    this.words = words;
  }

  /**
   * The cell names of a sentence, sorted, disjoint.
   *
   * @param defined heads that only this document defines, by their text
   */
  List<CellName> read(Tokens tokens, Map<String, CellWord> defined) {
    CellItems items = CellItems.of(tokens, markerReader.read(tokens), words, defined);
    if (items.size() == 0) {
      return List.of();
    }
    CellSurroundings surroundings = new CellSurroundings(items, tokens, words);
    CellPartReader parts = new CellPartReader(items, surroundings);
    return new CellCoordination(items, parts, surroundings).names();
  }
}
