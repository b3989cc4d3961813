package org.immunospan.text;

/**
 * The prefixes of the identifiers that the program itself makes, as the Bioregistry has them. A
 * CURIE is a prefix with the identifier of its source after it: {@code hgnc:6001}.
 */
public final class Curie {

  /** Human genes. */
  public static final String HGNC = "hgnc:";

  /** Groups of human genes. */
  public static final String HGNC_GROUP = "hgnc.genegroup:";

  /** Genes of any species in NCBI Gene. */
  public static final String NCBI_GENE = "NCBIGene:";

  /** Genes of the rat in the Rat Genome Database. */
  public static final String RGD = "RGD:";

  /** Species. */
  public static final String NCBI_TAXON = "NCBITaxon:";

  /** Drugs in the open vocabulary of DrugBank. */
  public static final String DRUGBANK = "drugbank:";

  /** Headings and supplementary concepts of MeSH. */
  public static final String MESH = "mesh:";

  /** Actions of the Medical Action Ontology. */
  public static final String MAXO = "maxo:";

  /** Vaccines of the Vaccine Ontology. */
  public static final String VO = "vo:";

  private Curie() {}
}
