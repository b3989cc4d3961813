package org.immunospan.gene.link;

import java.util.List;
import org.immunospan.lexicon.gene.Gene;

/**
 * What the linker found for one mention.
 *
 * @param genes the gene free of species; several where the name names several; none when unknown
 * @param group number of an HGNC gene group instead of a gene, or 0
 * @param species of which the gene is
 * @param taxon of the species; 0 when unknown
 * @param score probability that the gene is right, free of species
 * @param speciesScore probability of the species
 * @param source what decided
 */
public record GeneLink(
    List<Gene> genes,
    int group,
    Species species,
    int taxon,
    double score,
    double speciesScore,
    String source) {

  /** Nothing was found. */
  static GeneLink none(String source) {
    return new GeneLink(List.of(), 0, Species.OTHER, 0, 0, 0, source);
  }

  public GeneLink {
    genes = List.copyOf(genes);
  }

  /** The one gene; null when there is none or there are several. */
  public Gene gene() {
    return genes.size() == 1 ? genes.get(0) : null;
  }
}
