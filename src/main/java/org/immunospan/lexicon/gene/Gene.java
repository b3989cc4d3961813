package org.immunospan.lexicon.gene;

import java.util.List;

/**
 * A human gene with its mouse orthologue, or one of the two alone. Immutable.
 *
 * @param hgnc number of the human gene or of the human orthologue, or 0 when there is none
 * @param humanId NCBI Gene number of the human gene, or 0
 * @param mouseId NCBI Gene number of the mouse gene, or 0
 * @param rgd number of the rat orthologue in the Rat Genome Database, or 0
 * @param symbol of the human gene, or "" when there is none
 * @param name of the human gene, or of the mouse gene when it is alone
 * @param mouseSymbol or "" when there is none
 * @param groups numbers of the HGNC gene groups
 */
public record Gene(
    int hgnc,
    int humanId,
    int mouseId,
    int rgd,
    String symbol,
    String name,
    String mouseSymbol,
    List<Integer> groups) {

  public Gene {
    groups = List.copyOf(groups);
  }
}
