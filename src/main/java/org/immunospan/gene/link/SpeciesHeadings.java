package org.immunospan.gene.link;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the species of a record from its MeSH headings. */
final class SpeciesHeadings {

  private static final Map<String, Species> HEADINGS =
      Map.of("Humans", Species.HUMAN, "Mice", Species.MOUSE, "Rats", Species.RAT);

  private SpeciesHeadings() {}

  /**
   * The only species that the headings name, else nothing. A strain names its species: {@code Mice,
   * Inbred C57BL} counts as {@code Mice}. Headings of other species are ignored.
   */
  static Optional<Species> only(List<String> headings) {
    Set<Species> named = EnumSet.noneOf(Species.class);
    for (String heading : headings) {
      int comma = heading.indexOf(", ");
      Species species = HEADINGS.get(comma < 0 ? heading : heading.substring(0, comma));
      if (species != null) {
        named.add(species);
      }
    }
    return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
  }
}
