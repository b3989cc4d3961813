package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.text.Span;

/** What speaks for a species of a gene. Made once for a document. */
final class SpeciesFeatures {

  private final GeneDocument document;

  /** The species of which the document has a word. */
  private final Set<Species> named = EnumSet.noneOf(Species.class);

  /** The species of which a sentence has a word, by the sentence. */
  private final Map<Span, Set<Species>> ofSentences = new HashMap<>();

  /** What the whole document indicates, by species. */
  private final List<List<String>> ofDocument = new ArrayList<>();

  /** Sums of weights of what the whole document indicates; null until they are asked for. */
  private double[] documentScores;

  SpeciesFeatures(GeneDocument document) {
    this.document = document;
    document.clues().forEach(found -> named.add(species(found)));
    for (Species species : Species.values()) {
      ofDocument.add(ofDocument(species));
    }
  }

  /** Whether the document has a word for the species, or for any other for {@code OTHER}. */
  boolean isNamed(Species species) {
    return named.contains(species);
  }

  private List<String> ofDocument(Species species) {
    int names = 0;
    int own = 0;
    int title = document.title().length();
    Set<String> features = new HashSet<>();
    Set<Species> seen = new HashSet<>();
    for (SpeciesClues.Found found : document.clues()) {
      Species of = Species.of(found.clue().taxon());
      seen.add(of);
      names++;
      if (of == species) {
        own++;
        features.add("species:has " + found.clue().kind());
        features.add("species:has " + found.clue().kind() + "/" + species);
        if (found.begin() < title) {
          features.add("species:title " + found.clue().kind());
          features.add("species:title " + found.clue().kind() + "/" + species);
        }
      }
    }
    features.add("species:bias/" + species);
    features.add(
        "species:share=" + (names == 0 ? "none" : String.valueOf(Math.round(5.0 * own / names))));
    features.add("species:count=" + Math.min(own, 6) + "/" + species);
    if (seen.equals(Set.of(species))) {
      features.add("species:only/" + species);
    }
    if (seen.isEmpty()) {
      features.add("species:no word/" + species);
    }
    return List.copyOf(features);
  }

  /**
   * The features of each species for one mention of a gene, with those of the document, for
   * training.
   */
  List<List<String>> all(Span span, Gene gene) {
    List<List<String>> all = of(span, gene);
    for (Species species : Species.values()) {
      List<String> features = all.get(species.index());
      features.addAll(ofDocument.get(species.index()));
      for (String word : document.words()) {
        if (word.length() > 2) {
          features.add(LogLinearModel.WORD + word + "/" + species);
        }
      }
    }
    return all;
  }

  /** The probability of each species for one mention of a gene. */
  double[] probabilities(Span span, Gene gene, LogLinearModel model) {
    if (documentScores == null) {
      documentScores = model.wordScores(document.words());
      for (int i = 0; i < documentScores.length; i++) {
        documentScores[i] += model.score(ofDocument.get(i));
      }
    }
    List<List<String>> features = of(span, gene);
    double[] p = new double[features.size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = documentScores[i] + model.score(features.get(i));
    }
    LogLinearModel.softmax(p);
    return p;
  }

  /** The features of each species for one mention of a gene, without those of the document. */
  private List<List<String>> of(Span span, Gene gene) {
    String name = span.of(document.text());
    Span sentence = document.sentence(span);
    List<SpeciesClues.Found> clues = document.clues();
    int next = document.clueAfter(span.begin());
    SpeciesClues.Found last =
        next > 0 && isIn(sentence, clues.get(next - 1)) ? clues.get(next - 1) : null;
    SpeciesClues.Found first =
        next < clues.size() && isIn(sentence, clues.get(next)) ? clues.get(next) : null;
    Species before = last == null ? null : species(last);
    Species behind = first == null ? null : species(first);
    Species tied = last != null && span.begin() - last.end() <= 1 ? before : null;
    int begun = next;
    while (begun < clues.size() && clues.get(begun).begin() < span.end()) {
      SpeciesClues.Found inside = clues.get(begun++);
      if (inside.begin() >= span.begin() && inside.end() <= span.end()) {
        tied = species(inside);
      }
    }
    Species nearestBefore = null;
    if (next < clues.size() && clues.get(next).begin() <= span.begin()) {
      nearestBefore = species(clues.get(next));
    } else if (next > 0) {
      nearestBefore = species(clues.get(next - 1));
    }
    Set<Species> inSentence = ofSentences.computeIfAbsent(sentence, this::ofSentence);
    List<List<String>> all = new ArrayList<>();
    for (Species species : Species.values()) {
      List<String> features = new ArrayList<>(16);
      add(features, "tied", tied, species);
      add(features, "before", before, species);
      add(features, "behind", behind, species);
      add(features, "nearest before", nearestBefore, species);
      if (inSentence.contains(species)) {
        features.add("species:sentence");
        features.add("species:sentence/" + species);
        if (inSentence.size() == 1) {
          features.add("species:only in sentence/" + species);
        }
      }
      features.add("species:letters=" + letters(name, gene) + "/" + species);
      features.add("species:prefix=" + prefix(name) + "/" + species);
      if (gene.humanId() == 0) {
        features.add("species:no human gene/" + species);
      }
      if (gene.mouseId() == 0) {
        features.add("species:no mouse gene/" + species);
      }
      all.add(features);
    }
    return all;
  }

  private Set<Species> ofSentence(Span sentence) {
    Set<Species> species = EnumSet.noneOf(Species.class);
    List<SpeciesClues.Found> clues = document.clues();
    for (int i = document.clueAfter(sentence.begin());
        i < clues.size() && clues.get(i).begin() < sentence.end();
        i++) {
      if (isIn(sentence, clues.get(i))) {
        species.add(species(clues.get(i)));
      }
    }
    return species;
  }

  private static boolean isIn(Span sentence, SpeciesClues.Found found) {
    return found.begin() >= sentence.begin() && found.end() <= sentence.end();
  }

  private static Species species(SpeciesClues.Found found) {
    return Species.of(found.clue().taxon());
  }

  private static void add(List<String> features, String what, Species found, Species species) {
    if (found == species) {
      features.add("species:" + what);
      features.add("species:" + what + "/" + species);
    } else if (found != null) {
      features.add("species:" + what + " another");
    }
  }

  private static String letters(String name, Gene gene) {
    if (name.equals(gene.symbol())) {
      return name.equals(gene.mouseSymbol()) ? "both" : "human symbol";
    }
    if (name.equals(gene.mouseSymbol())) {
      return "mouse symbol";
    }
    if (name.indexOf(' ') > 0) {
      return "words";
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.equals(lower)) {
      return "small";
    }
    if (name.equals(name.toUpperCase(Locale.ROOT))) {
      return "capital";
    }
    boolean first =
        Character.isUpperCase(name.charAt(0)) && name.substring(1).equals(lower.substring(1));
    return first ? "first capital" : "mixed";
  }

  private static String prefix(String name) {
    boolean letter =
        name.length() > 2
            && "hmr".indexOf(name.charAt(0)) >= 0
            && (Character.isUpperCase(name.charAt(1)) || name.charAt(1) == '-');
    return letter ? name.substring(0, 1) : "none";
  }
}
