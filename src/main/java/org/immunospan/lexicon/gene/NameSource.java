package org.immunospan.lexicon.gene;

/** What kind of name of a gene a name is, and where it comes from. The first are the surest. */
public enum NameSource {
  /** Approved symbol of the human gene (HGNC). */
  HUMAN_SYMBOL,
  /** Approved name of the human gene (HGNC). */
  HUMAN_NAME,
  /** Official symbol of the mouse gene (MGI). */
  MOUSE_SYMBOL,
  /** Official name of the mouse gene (MGI). */
  MOUSE_NAME,
  /** Alias symbol or alias name of the human gene (HGNC). */
  HUMAN_ALIAS,
  /** Former symbol or name of the human gene (HGNC). */
  HUMAN_FORMER,
  /** Synonym of the human gene in NCBI gene_info. */
  HUMAN_SYNONYM,
  /** Synonym of the mouse gene in NCBI gene_info. */
  MOUSE_SYNONYM,
  /** Other designation of the human gene in NCBI gene_info. */
  HUMAN_DESIGNATION,
  /** Other designation of the mouse gene in NCBI gene_info. */
  MOUSE_DESIGNATION;

  /** The bit of this source in a set of sources. */
  @SuppressWarnings("EnumOrdinal") // the order of the constants is part of the file format
  public int bit() {
    return 1 << ordinal();
  }

  /** The surest source of a set that is not empty. */
  @SuppressWarnings("EnumOrdinal")
  public static NameSource best(int sources) {
    return values()[Integer.numberOfTrailingZeros(sources)];
  }

  /** Whether a set of sources has this one. */
  public boolean isIn(int sources) {
    return (sources & bit()) != 0;
  }
}
