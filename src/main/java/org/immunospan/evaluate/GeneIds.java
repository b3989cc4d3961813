package org.immunospan.evaluate;

import java.util.HashMap;
import java.util.Map;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.text.Curie;

/**
 * What identifiers in NCBI Gene mean: the human gene or human orthologue, and the species. Genes of
 * human and mouse are known, no others. Immutable.
 */
public final class GeneIds {

  /** Knows nothing: enough for gold with {@code hgnc:} identifiers. */
  public static final GeneIds NONE = new GeneIds(Map.of());

  static final String HUMAN = Curie.NCBI_TAXON + "9606";
  static final String MOUSE = Curie.NCBI_TAXON + "10090";

  /**
   * What an identifier means.
   *
   * @param hgnc CURIE of the human gene or orthologue, or "" when there is none
   * @param species CURIE of the taxon
   */
  record Meaning(String hgnc, String species) {}

  private final Map<String, Meaning> meanings;

  GeneIds(Map<String, Meaning> meanings) {
    this.meanings = Map.copyOf(meanings);
  }

  /** The genes of a lexicon. */
  public static GeneIds of(GeneLexicon lexicon) {
    Map<String, Meaning> meanings = new HashMap<>();
    for (int i = 0; i < lexicon.size(); i++) {
      Gene gene = lexicon.gene(i);
      String hgnc = gene.hgnc() == 0 ? "" : Curie.HGNC + gene.hgnc();
      if (gene.humanId() != 0) {
        meanings.put(Curie.NCBI_GENE + gene.humanId(), new Meaning(hgnc, HUMAN));
      }
      if (gene.mouseId() != 0) {
        meanings.put(Curie.NCBI_GENE + gene.mouseId(), new Meaning(hgnc, MOUSE));
      }
    }
    return new GeneIds(meanings);
  }

  /** The meaning of an {@code NCBIGene:} identifier, or null when it is not known. */
  Meaning find(String identifier) {
    return meanings.get(identifier);
  }
}
