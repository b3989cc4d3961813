package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.lexicon.gene.GeneNameKey;
import org.immunospan.lexicon.gene.NameSource;

/** What speaks for a gene among the candidates of a name, free of species. */
final class RankFeatures {

  private RankFeatures() {}

  /** The features of each candidate, in their order. */
  static List<List<String>> of(GeneDocument document, GeneDocument.Name name) {
    CandidateFinder.Found found = document.found(name);
    List<List<String>> all = new ArrayList<>(found.candidates().size());
    for (Candidate candidate : found.candidates()) {
      all.add(of(document, name, found, candidate));
    }
    return all;
  }

  private static List<String> of(
      GeneDocument document,
      GeneDocument.Name name,
      CandidateFinder.Found found,
      Candidate candidate) {
    Gene gene = document.gene(candidate.gene());
    List<String> features = new ArrayList<>(16);
    features.add("rank:best=" + NameSource.best(candidate.sources()));
    for (NameSource source : NameSource.values()) {
      if (source.isIn(candidate.sources())) {
        features.add("rank:source=" + source);
      }
    }
    features.add("rank:sources=" + Math.min(5, Integer.bitCount(candidate.sources())));
    if (name.text().equals(gene.symbol()) || name.text().equals(gene.mouseSymbol())) {
      features.add("rank:exact symbol");
    }
    features.add(
        "rank:"
            + (gene.humanId() == 0 ? "mouse alone" : gene.mouseId() == 0 ? "human alone" : "pair"));
    String of = document.isOfMice() ? " in mice" : " elsewhere";
    features.add("rank:best=" + NameSource.best(candidate.sources()) + of);
    String kind = gene.humanId() == 0 ? "mouse alone" : "with human";
    features.add("rank:" + kind + of);
    features.add("rank:groups=" + (gene.groups().isEmpty() ? "none" : "some"));
    if (candidate.fromLongForm()) {
      features.add("rank:from long form");
    } else if (!found.longFormGenes().isEmpty()) {
      features.add(
          found.longFormGenes().contains(candidate.gene())
              ? "rank:long form agrees"
              : "rank:long form differs");
    }
    features.add("rank:words=" + share(document, name, gene.name()));
    features.add("rank:relatives=" + Math.min(3, document.relatives(gene)));
    features.add("rank:other names=" + Math.min(2, document.sureNames(candidate.gene())));
    return features;
  }

  /** How many of the longer words of a gene's name the document has, in thirds. */
  private static String share(GeneDocument document, GeneDocument.Name name, String of) {
    List<String> own = GeneNameKey.words(name.text());
    int all = 0;
    int hit = 0;
    for (String word : GeneNameKey.words(of)) {
      if (word.length() > 3 && !own.contains(word)) {
        all++;
        hit += document.hasWord(word) ? 1 : 0;
      }
    }
    return all == 0 ? "none" : String.valueOf((3 * hit + all - 1) / all);
  }
}
