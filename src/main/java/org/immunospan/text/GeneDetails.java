package org.immunospan.text;

import java.util.List;
import java.util.Objects;

/**
 * What only a gene has. Immutable.
 *
 * @param hgnc CURIEs of the human gene, or of the human orthologue of the gene; several where the
 *     name names several; empty when unknown
 * @param ncbiGene CURIEs in NCBI Gene, in the species of the gene; empty when unknown
 * @param species CURIE of the taxon, such as {@code NCBITaxon:10090}, or "" when unknown
 * @param score probability in [0, 1] that the gene is right, or NaN when none was found
 */
public record GeneDetails(List<String> hgnc, List<String> ncbiGene, String species, double score) {

  /** A gene of which nothing is known, and what a mention of any other type has. */
  public static final GeneDetails NONE = new GeneDetails(List.of(), List.of(), "", Double.NaN);

  public GeneDetails {
    hgnc = List.copyOf(hgnc);
    ncbiGene = List.copyOf(ncbiGene);
    Objects.requireNonNull(species, "species");
    if (score < 0 || score > 1) {
      throw new IllegalArgumentException("a score is in [0, 1] or NaN, found " + score);
    }
  }
}
