package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;

/**
 * Finds the gene of each mention of a document. One for each thread; what it knows is shared.
 */
public final class GeneLinker {

  /** The score of what no model has judged: a reading of several genes or of a group. */
  private static final double READ = 0.9;

  private final GeneLinkData data;
  private final CandidateFinder finder;

  public GeneLinker(GeneLinkData data) {
    this.data = data;
    finder = new CandidateFinder(data.lexicon());
  }

  /** The best candidate of a name, with its probability among the candidates. */
  private record Best(Candidate candidate, double probability) {}

  /**
   * Links mentions.
   *
   * @param genes mentions with their long forms
   * @param headings MeSH headings of the record; empty when unknown
   * @return one link for each mention, in the same order
   */
  public List<GeneLink> link(
      SegmentedDocument document, List<Mention> genes, List<String> headings) {
    GeneDocument seen = document(document, genes, headings);
    SpeciesFeatures species = new SpeciesFeatures(seen);
    Map<GeneDocument.Name, Best> best = new HashMap<>();
    for (GeneDocument.Name name : seen.names()) {
      best(seen, name).ifPresent(found -> best.put(name, found));
    }
    List<GeneLink> links = new ArrayList<>(genes.size());
    for (Mention mention : genes) {
      links.add(link(seen, species, mention, best.get(seen.name(mention))));
    }
    return links;
  }

  /** For training: what {@link #link} asks of each mention before it says yes; null for none. */
  List<List<String>> rightFeatures(
      SegmentedDocument document, List<Mention> genes, List<String> headings) {
    GeneDocument seen = document(document, genes, headings);
    SpeciesFeatures species = new SpeciesFeatures(seen);
    List<List<String>> all = new ArrayList<>();
    for (Mention mention : genes) {
      boolean isRead = data.readings().find(mention.span().of(seen.text())).isPresent();
      Best best = isRead ? null : best(seen, seen.name(mention)).orElse(null);
      if (best == null) {
        all.add(null);
      } else {
        Gene gene = seen.gene(best.candidate().gene());
        double[] p = data.model().probabilities(species.of(mention.span(), gene));
        all.add(
            RightFeatures.of(
                seen, mention, best.candidate(), best.probability(), p[Species.OTHER.ordinal()]));
      }
    }
    return all;
  }

  GeneDocument document(SegmentedDocument document, List<Mention> genes, List<String> headings) {
    return new GeneDocument(document, genes, headings, data.lexicon(), finder, data.clues());
  }

  private Optional<Best> best(GeneDocument document, GeneDocument.Name name) {
    List<Candidate> candidates = document.found(name).candidates();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    double[] p = data.model().probabilities(RankFeatures.of(document, name));
    int best = 0;
    for (int i = 1; i < p.length; i++) {
      best = p[i] > p[best] ? i : best;
    }
    return Optional.of(new Best(candidates.get(best), p[best]));
  }

  private GeneLink link(
      GeneDocument document, SpeciesFeatures features, Mention mention, Best best) {
    Candidate candidate = best == null ? null : best.candidate();
    double probability = best == null ? 0 : best.probability();
    Optional<GeneReadings.Reading> reading =
        data.readings()
            .find(mention.span().of(document.text()))
            .filter(found -> !longFormSaysOther(document, mention, best, found));
    if (reading.isPresent()) {
      if (reading.get().hgnc().size() != 1) {
        return read(document, features, mention, reading.get());
      }
      int number = data.numberOf(reading.get().hgnc().get(0));
      candidate = new Candidate(number, 1, NameVariant.Kind.WHOLE, false);
      probability = 1;
    } else if (candidate == null || candidate.kind() != NameVariant.Kind.WHOLE) {
      Optional<GeneLink> several = several(document, features, mention);
      if (several.isPresent()) {
        return several.get();
      }
    }
    if (candidate == null) {
      return GeneLink.none("");
    }
    Gene gene = document.gene(candidate.gene());
    SpeciesGuess species = species(document, features, mention.span(), gene);
    double right =
        data.model()
            .probability(
                RightFeatures.of(document, mention, candidate, probability, species.other()));
    String source = reading.map(GeneReadings.Reading::id).orElse(candidate.kind().toString());
    return new GeneLink(
        List.of(gene), 0, species.species(), species.taxon(), right, species.probability(), source);
  }

  private record SpeciesGuess(Species species, int taxon, double probability, double other) {}

  private SpeciesGuess species(
      GeneDocument document, SpeciesFeatures features, Span span, Gene gene) {
    double[] p = data.model().probabilities(features.of(span, gene));
    int chosen = 0;
    for (int i = 1; i < p.length; i++) {
      chosen = p[i] > p[chosen] ? i : chosen;
    }
    Species species = Species.values()[chosen];
    int taxon = species.taxon() == 0 ? nearestTaxon(document, span) : species.taxon();
    return new SpeciesGuess(species, taxon, p[chosen], p[Species.OTHER.ordinal()]);
  }

  /** Whether the text itself expands an abbreviation to another gene than the usual reading. */
  private boolean longFormSaysOther(
      GeneDocument document, Mention mention, Best best, GeneReadings.Reading reading) {
    return best != null
        && !mention.longForm().isEmpty()
        && !reading.hgnc().contains(document.gene(best.candidate().gene()).hgnc())
        && document
            .found(document.name(mention))
            .longFormGenes()
            .contains(best.candidate().gene());
  }

  /** A reading that is a group, several genes or nothing. */
  private GeneLink read(
      GeneDocument document,
      SpeciesFeatures features,
      Mention mention,
      GeneReadings.Reading reading) {
    if (reading.group() > 0) {
      return new GeneLink(
          List.of(), reading.group(), Species.OTHER, 0, READ, 0, reading.id());
    }
    List<Gene> genes = new ArrayList<>();
    reading.hgnc().forEach(hgnc -> genes.add(document.gene(data.numberOf(hgnc))));
    return genes.isEmpty()
        ? GeneLink.none(reading.id())
        : several(document, features, mention, genes, reading.id());
  }

  private GeneLink several(
      GeneDocument document,
      SpeciesFeatures features,
      Mention mention,
      List<Gene> genes,
      String source) {
    SpeciesGuess species = species(document, features, mention.span(), genes.get(0));
    return new GeneLink(
        genes, 0, species.species(), species.taxon(), READ, species.probability(), source);
  }

  /** The genes of a coordination, where each part alone is a direct hit of one gene. */
  private Optional<GeneLink> several(
      GeneDocument document, SpeciesFeatures features, Mention mention) {
    List<Gene> genes = new ArrayList<>();
    for (String name : Coordination.names(mention.span().of(document.text()))) {
      List<Candidate> hits = finder.find(name, "").candidates();
      boolean direct =
          hits.size() == 1
              && hits.get(0).kind().compareTo(NameVariant.Kind.GREEK_AS_LETTER) <= 0
              && name.length() > 2;
      if (!direct) {
        return Optional.empty();
      }
      Gene gene = document.gene(hits.get(0).gene());
      if (!genes.contains(gene)) {
        genes.add(gene);
      }
    }
    return genes.size() < 2
        ? Optional.empty()
        : Optional.of(several(document, features, mention, genes, "COORDINATION"));
  }

  /** The taxon of the clue nearest to a span that is neither human, mouse nor rat; 0 for none. */
  private static int nearestTaxon(GeneDocument document, Span span) {
    int nearest = Integer.MAX_VALUE;
    int taxon = 0;
    for (SpeciesClues.Found found : document.clues()) {
      int distance = Math.min(Math.abs(found.begin() - span.end()), Math.abs(span.begin() - found.end()));
      if (Species.of(found.clue().taxon()) == Species.OTHER && distance < nearest) {
        nearest = distance;
        taxon = found.clue().taxon();
      }
    }
    return taxon;
  }
}
