package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.text.Concept;
import org.immunospan.text.Curie;
import org.immunospan.text.GeneDetails;
import org.immunospan.text.Grounding;
import org.immunospan.text.Mention;
import org.immunospan.text.SpeciesChoice;

/**
 * Turns links into groundings: {@code hgnc:} for human genes, {@code NCBIGene:} for mouse genes,
 * {@code RGD:} for rat genes, {@code hgnc.genegroup:} for groups. Genes of other mammals have the
 * human orthologue in {@code hgnc} and no identifier; genes of all other species have only the
 * species. Links below the threshold are dropped. Immutable.
 */
public final class GeneGrounding {

  /** A link that is right with a smaller probability is dropped, unless another minimum is set. */
  public static final double THRESHOLD = 0.75;

  /** Taxa of mammals other than human, mouse and rat among the clues of species. */
  private static final Set<Integer> MAMMALS =
      Set.of(9823, 9913, 9940, 9986, 9615, 9544, 9534, 10029, 10141, 9796);

  private final Map<Integer, String> groups;
  private final SpeciesChoice choice;
  private final double minimum;

  /**
   * A grounding.
   *
   * @param groups names of HGNC gene groups by number
   * @param minimum links with a smaller score are dropped; usually {@link #THRESHOLD}
   */
  public GeneGrounding(Map<Integer, String> groups, SpeciesChoice choice, double minimum) {
    this.groups = groups;
    this.choice = choice;
    this.minimum = minimum;
  }

  /** The mentions with what was found for them. */
  public List<Mention> ground(List<Mention> genes, List<GeneLink> links) {
    List<Mention> grounded = new ArrayList<>(genes.size());
    for (int i = 0; i < genes.size(); i++) {
      grounded.add(ground(genes.get(i), links.get(i)));
    }
    return grounded;
  }

  private Mention ground(Mention mention, GeneLink link) {
    if (link.score() < minimum) {
      return mention;
    }
    String source = "gene-link:" + link.source().toLowerCase(Locale.ROOT);
    if (link.group() != 0) {
      Concept group =
          new Concept(Curie.HGNC_GROUP + link.group(), groups.getOrDefault(link.group(), ""));
      return mention
          .withGrounding(Grounding.of(group, link.score(), source))
          .withGene(new GeneDetails(List.of(), List.of(), "", link.score()));
    }
    Species species =
        switch (choice) {
          case AUTO -> link.species();
          case HUMAN -> Species.HUMAN;
          case MOUSE -> Species.MOUSE;
        };
    int taxon = choice == SpeciesChoice.AUTO ? link.taxon() : species.taxon();
    boolean isMammal = species != Species.OTHER || MAMMALS.contains(taxon);
    List<Grounding.Candidate> candidates = new ArrayList<>();
    List<String> hgnc = new ArrayList<>();
    List<String> ncbiGene = new ArrayList<>();
    for (Gene gene : link.genes()) {
      if (isMammal && gene.hgnc() != 0) {
        hgnc.add(Curie.HGNC + gene.hgnc());
      }
      int id =
          species == Species.HUMAN ? gene.humanId() : species == Species.MOUSE ? gene.mouseId() : 0;
      if (id != 0) {
        ncbiGene.add(Curie.NCBI_GENE + id);
      }
      Concept concept = concept(gene, species);
      if (concept != null) {
        candidates.add(new Grounding.Candidate(concept, link.score(), source));
      }
    }
    return mention
        .withGrounding(Grounding.all(candidates))
        .withGene(
            new GeneDetails(
                hgnc, ncbiGene, taxon == 0 ? "" : Curie.NCBI_TAXON + taxon, link.score()));
  }

  /** The gene in a species; null where it has no identifier there. */
  private static Concept concept(Gene gene, Species species) {
    return switch (species) {
      case HUMAN ->
          gene.humanId() == 0 ? null : new Concept(Curie.HGNC + gene.hgnc(), gene.symbol());
      case MOUSE ->
          gene.mouseId() == 0
              ? null
              : new Concept(Curie.NCBI_GENE + gene.mouseId(), gene.mouseSymbol());
      case RAT ->
          gene.rgd() == 0
              ? null
              : new Concept(
                  Curie.RGD + gene.rgd(),
                  gene.mouseSymbol().isEmpty() ? gene.symbol() : gene.mouseSymbol());
      case OTHER -> null;
    };
  }
}
