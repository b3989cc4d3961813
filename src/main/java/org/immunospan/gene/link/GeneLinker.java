package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.lexicon.gene.GeneNameKey;
import org.immunospan.lexicon.gene.NameSource;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;

/** Finds the gene of each mention of a document. One for each thread; what it knows is shared. */
public final class GeneLinker {

  /** The score of what no model has judged: a reading of several genes or of a group. */
  private static final double READ = 0.9;

  /**
   * The longest distance, in characters, from the first member of a list to one written by its end
   * only.
   */
  private static final int LONGEST_LIST = 200;

  private final GeneLinkData data;
  private final CandidateFinder finder;

  public GeneLinker(GeneLinkData data) {
    this.data = data;
    finder = new CandidateFinder(data.lexicon(), data.words());
  }

  /** The best candidate of a name, with its probability among the candidates. */
  private record Best(Candidate candidate, double probability) {}

  /**
   * Links mentions.
   *
   * @param genes mentions with their long forms
   * @param markers CURIEs of human genes or gene groups by the spans of markers in the names of
   *     cells, "" where unknown
   * @return one link for each mention, in the same order
   */
  public List<GeneLink> link(
      SegmentedDocument document, List<Mention> genes, Map<Span, String> markers) {
    GeneDocument seen = document(document, genes);
    SpeciesFeatures species = new SpeciesFeatures(seen);
    Map<GeneDocument.Name, Best> best = new HashMap<>();
    for (GeneDocument.Name name : seen.names()) {
      best(seen, name).ifPresent(found -> best.put(name, found));
    }
    List<GeneLink> links = new ArrayList<>(genes.size());
    Span list = null;
    for (Mention mention : genes) {
      String marker = markers.getOrDefault(mention.span(), "");
      GeneLink link;
      if (!marker.isEmpty()) {
        link = read(seen, species, mention, GeneReadings.ofMarker(marker));
      } else if (Coordination.isEnd(mention.span().of(seen.text()))) {
        link = member(seen, species, mention, list);
      } else {
        link = link(seen, species, mention, best.get(seen.name(mention)));
        list = mention.span();
      }
      links.add(link);
    }
    return links;
  }

  /**
   * The gene of a member of a list that is written by its end alone: {@code -5} after {@code IL-4}.
   *
   * @param list the first member, or null
   */
  private GeneLink member(
      GeneDocument document, SpeciesFeatures features, Mention mention, Span list) {
    Span span = mention.span();
    if (list == null || span.begin() < list.end() || span.end() - list.begin() > LONGEST_LIST) {
      return GeneLink.none("");
    }
    List<String> names = Coordination.names(document.text().substring(list.begin(), span.end()));
    int number = names.isEmpty() ? -1 : direct(names.get(names.size() - 1));
    return number < 0
        ? GeneLink.none("")
        : several(document, features, mention, List.of(document.gene(number)), "COORDINATION");
  }

  /** For training: the best candidate of a mention and what is asked before it is taken. */
  record Judged(Gene gene, List<String> features) {}

  /** For training: what {@link #link} judges, for each mention; null where it has nothing to. */
  List<Judged> judged(SegmentedDocument document, List<Mention> genes) {
    GeneDocument seen = document(document, genes);
    SpeciesFeatures species = new SpeciesFeatures(seen);
    List<Judged> all = new ArrayList<>();
    for (Mention mention : genes) {
      boolean isRead = data.readings().find(mention.span().of(seen.text())).isPresent();
      Best best = isRead ? null : best(seen, seen.name(mention)).orElse(null);
      boolean isOne =
          best != null
              && (best.candidate().kind() == NameVariant.Kind.WHOLE
                  || several(seen, species, mention).isEmpty());
      if (isOne) {
        Gene gene = seen.gene(best.candidate().gene());
        double[] p = species.probabilities(mention.span(), gene, data.model());
        List<String> features =
            RightFeatures.of(
                data.words(),
                seen,
                mention,
                best.candidate(),
                best.probability(),
                p[Species.OTHER.index()]);
        all.add(new Judged(gene, features));
      } else {
        all.add(null);
      }
    }
    return all;
  }

  GeneDocument document(SegmentedDocument document, List<Mention> genes) {
    return new GeneDocument(document, genes, data.lexicon(), finder, data.clues());
  }

  /** The names of HGNC gene groups by number. */
  public Map<Integer, String> groups() {
    return data.lexicon().groups();
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
            .filter(found -> !longFormSaysOther(document, mention, best, found))
            .or(() -> data.readings().find(mention.longForm()));
    if (reading.isPresent()) {
      return read(document, features, mention, reading.get());
    }
    if (candidate == null || candidate.kind() != NameVariant.Kind.WHOLE) {
      Optional<GeneLink> several = several(document, features, mention);
      if (several.isPresent()) {
        return several.get();
      }
    }
    if (candidate == null) {
      return group(document, mention).orElse(GeneLink.none(""));
    }
    Gene gene = document.gene(candidate.gene());
    SpeciesGuess species = species(document, features, mention.span(), gene);
    double right =
        data.model()
            .probability(
                RightFeatures.of(
                    data.words(), document, mention, candidate, probability, species.other()));
    if (isExpandedOtherwise(document, mention, candidate, gene)) {
      right /= 2;
    }
    Optional<GeneLink> group =
        right < GeneGrounding.THRESHOLD ? group(document, mention) : Optional.empty();
    if (group.isPresent()) {
      return group.get();
    }
    return new GeneLink(
        List.of(gene),
        0,
        species.species(),
        species.taxon(),
        right,
        species.probability(),
        candidate.kind().toString());
  }

  /** The gene group of a name that is not that of a gene. */
  private Optional<GeneLink> group(GeneDocument document, Mention mention) {
    int group = data.groups().find(mention.span().of(document.text()));
    return group == 0
        ? Optional.empty()
        : Optional.of(new GeneLink(List.of(), group, Species.OTHER, 0, READ, 0, "FAMILY"));
  }

  /** Whether the text expands an abbreviation to words of which the gene's name has none. */
  private static boolean isExpandedOtherwise(
      GeneDocument document, Mention mention, Candidate candidate, Gene gene) {
    CandidateFinder.Found found = document.found(document.name(mention));
    if (mention.longForm().isEmpty()
        || !found.longFormGenes().isEmpty()
        || candidate.fromLongForm()) {
      return false;
    }
    return !sharesWords(mention.longForm(), gene);
  }

  /** Whether a letter before the name says mouse, in a text without a word of any species. */
  private boolean isMouseByLetter(GeneDocument document, String name) {
    return document.clues().isEmpty()
        && name.length() > 3
        && name.charAt(0) == 'm'
        && Character.isUpperCase(name.charAt(1))
        && data.lexicon().find(GeneNameKey.of(name)).isEmpty();
  }

  /**
   * The species of the MeSH headings, where they name one alone, the gene is known there, and the
   * text speaks of no other: it has no word of another species, and no {@code h} for human before
   * the name.
   */
  private static Optional<Species> speciesOfHeadings(
      GeneDocument document, String name, Gene gene) {
    return document
        .heading()
        .filter(
            species ->
                switch (species) {
                  case HUMAN -> gene.humanId() != 0;
                  case MOUSE -> gene.mouseId() != 0;
                  case RAT -> gene.rgd() != 0;
                  case OTHER -> false;
                })
        .filter(species -> species == Species.HUMAN || !hasLetterOfHuman(name))
        .filter(species -> document.taxa().stream().allMatch(taxon -> taxon == species.taxon()));
  }

  private static boolean hasLetterOfHuman(String name) {
    return name.length() > 2 && name.charAt(0) == 'h' && Character.isUpperCase(name.charAt(1));
  }

  private static boolean sharesWords(String longForm, Gene gene) {
    List<String> words = GeneNameKey.words(gene.name());
    return GeneNameKey.words(longForm).stream().anyMatch(words::contains);
  }

  private record SpeciesGuess(Species species, int taxon, double probability, double other) {}

  private SpeciesGuess species(
      GeneDocument document, SpeciesFeatures features, Span span, Gene gene) {
    String name = span.of(document.text());
    if (gene.mouseId() != 0 && isMouseByLetter(document, name)) {
      return new SpeciesGuess(Species.MOUSE, Species.MOUSE.taxon(), READ, 0);
    }
    Optional<Species> heading = speciesOfHeadings(document, name, gene);
    if (heading.isPresent()) {
      return new SpeciesGuess(heading.get(), heading.get().taxon(), READ, 0);
    }
    double[] p = features.probabilities(span, gene, data.model());
    double other = p[Species.OTHER.index()];
    if (!features.isNamed(Species.RAT)) {
      p[Species.RAT.index()] = 0;
    }
    if (!features.isNamed(Species.OTHER)) {
      p[Species.OTHER.index()] = 0;
    }
    if (gene.humanId() == 0) {
      p[Species.HUMAN.index()] = 0;
    }
    if (gene.mouseId() == 0) {
      p[Species.MOUSE.index()] = 0;
    }
    Species species = chosen(p);
    int chosen = species.index();
    int taxon = species.taxon() == 0 ? nearestTaxon(document, span) : species.taxon();
    return new SpeciesGuess(species, taxon, p[chosen], other);
  }

  /** Another species when it is likelier than all of the others together, else the likeliest. */
  private static Species chosen(double[] p) {
    int other = Species.OTHER.index();
    double rest = -p[other];
    int chosen = 0;
    for (int i = 0; i < p.length; i++) {
      rest += p[i];
      chosen = i != other && p[i] > p[chosen] ? i : chosen;
    }
    return Species.at(p[other] > rest ? other : chosen);
  }

  /**
   * Whether the text itself expands an abbreviation to something else than its usual reading: to
   * another gene, or to words of which the name of the gene has none.
   */
  private boolean longFormSaysOther(
      GeneDocument document, Mention mention, Best best, GeneReadings.Reading reading) {
    if (mention.longForm().isEmpty()
        || data.readings().find(mention.longForm()).equals(Optional.of(reading))) {
      return false;
    }
    CandidateFinder.Found found = document.found(document.name(mention));
    if (found.longFormGenes().isEmpty()) {
      int number = reading.hgnc().size() == 1 ? data.numberOf(reading.hgnc().get(0)) : -1;
      return number >= 0 && !sharesWords(mention.longForm(), document.gene(number));
    }
    return best != null
        && !reading.hgnc().contains(document.gene(best.candidate().gene()).hgnc())
        && found.longFormGenes().contains(best.candidate().gene());
  }

  /** A reading that is a group, several genes or nothing. */
  private GeneLink read(
      GeneDocument document,
      SpeciesFeatures features,
      Mention mention,
      GeneReadings.Reading reading) {
    if (reading.group() > 0) {
      return new GeneLink(List.of(), reading.group(), Species.OTHER, 0, READ, 0, reading.id());
    }
    List<Gene> genes = new ArrayList<>();
    for (int hgnc : reading.hgnc()) {
      int number = data.numberOf(hgnc);
      if (number >= 0) {
        genes.add(document.gene(number));
      }
    }
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

  /** The gene that a name surely means alone: by convention, by its symbol, or as the only one. */
  private int direct(String name) {
    Optional<GeneReadings.Reading> reading = data.readings().find(name);
    if (reading.isPresent()) {
      List<Integer> genes = reading.get().hgnc();
      return genes.size() == 1 ? data.numberOf(genes.get(0)) : -1;
    }
    List<Candidate> hits = finder.find(name, "").candidates();
    if (hits.isEmpty() || hits.get(0).kind().compareTo(NameVariant.Kind.GREEK_AS_LETTER) > 0) {
      return -1;
    }
    List<Candidate> symbols =
        hits.stream().filter(hit -> NameSource.HUMAN_SYMBOL.isIn(hit.sources())).toList();
    List<Candidate> sure = symbols.isEmpty() ? hits : symbols;
    return sure.size() == 1 ? sure.get(0).gene() : -1;
  }

  /** The genes of a coordination, where each part alone is a direct hit of one gene. */
  private Optional<GeneLink> several(
      GeneDocument document, SpeciesFeatures features, Mention mention) {
    String text = mention.span().of(document.text());
    List<Integer> loci = MicroRna.genes(text, data.lexicon());
    if (loci.size() > 1) {
      List<Gene> all = loci.stream().map(document::gene).toList();
      return Optional.of(several(document, features, mention, all, "MICRO_RNA"));
    }
    List<Gene> genes = new ArrayList<>();
    for (String name : Coordination.names(text)) {
      int number = name.length() > 2 ? direct(name) : -1;
      if (number < 0) {
        return Optional.empty();
      }
      Gene gene = document.gene(number);
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
    List<SpeciesClues.Found> others = document.otherClues();
    int next = GeneDocument.clueAfter(others, span.begin());
    int nearest = Integer.MAX_VALUE;
    int taxon = 0;
    for (int i = Math.max(0, next - 1); i < Math.min(others.size(), next + 2); i++) {
      SpeciesClues.Found found = others.get(i);
      int distance =
          Math.min(Math.abs(found.begin() - span.end()), Math.abs(span.begin() - found.end()));
      if (distance < nearest) {
        nearest = distance;
        taxon = found.clue().taxon();
      }
    }
    return taxon;
  }
}
