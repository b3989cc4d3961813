package org.immunospan.cell;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;

/** Which cells a result holds. */
public enum CellScope {
  /** Cells of the immune system. */
  IMMUNE,
  /** Cells of any kind. */
  ALL;

  private static final String IMMUNE_SUBTYPE = "immune";

  /**
   * Combines the cells of a document with what was found before them. The markers in the names of
   * all cells are genes, also of cells that are not in this scope; see {@link PhenotypeGenes}.
   *
   * @param before mentions of other types
   * @param cells all cells of the document
   */
  public List<Mention> combine(
      String text, List<Mention> before, List<Mention> cells, PhenotypeGenes phenotypeGenes) {
    List<Mention> genes = new ArrayList<>();
    List<Mention> combined = new ArrayList<>();
    for (Mention mention : before) {
      (mention.type() == EntityType.GENE ? genes : combined).add(mention);
    }
    combined.addAll(phenotypeGenes.refine(text, genes, cells));
    for (Mention cell : cells) {
      if (this == ALL || cell.subtype().equals(IMMUNE_SUBTYPE)) {
        combined.add(cell);
      }
    }
    return combined;
  }
}
