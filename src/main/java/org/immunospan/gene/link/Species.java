package org.immunospan.gene.link;

/** The species that the linker tells apart. */
public enum Species {
  HUMAN(9606),
  MOUSE(10090),
  RAT(10116),
  OTHER(0);

  private final int taxon;

  Species(int taxon) {
    this.taxon = taxon;
  }

  /** NCBI taxon, or 0 for any other. */
  public int taxon() {
    return taxon;
  }

  /** The place of this species in lists and arrays with one place for each species. */
  @SuppressWarnings("EnumOrdinal") // such lists are made in the order of values()
  int index() {
    return ordinal();
  }

  /** The species of a place, see {@link #index}. */
  @SuppressWarnings("EnumOrdinal")
  static Species at(int index) {
    return values()[index];
  }

  /** The species of a taxon. */
  public static Species of(int taxon) {
    for (Species species : values()) {
      if (species.taxon == taxon) {
        return species;
      }
    }
    return OTHER;
  }
}
