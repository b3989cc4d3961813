package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;

/**
 * Makes examples for training of documents whose genes are known. Gene ids are NCBI Gene numbers.
 * One for each thread.
 */
public final class GeneLinkExamples {

  /** Choices with their features, and which is right. */
  public record Example(List<List<String>> choices, int right) {}

  private final GeneLinkData data;
  private final GeneLinker linker;
  private final Map<Integer, Integer> byId = new HashMap<>();

  public GeneLinkExamples(GeneLinkData data) {
    this.data = data;
    linker = new GeneLinker(data);
    for (int i = 0; i < data.lexicon().size(); i++) {
      Gene gene = data.lexicon().gene(i);
      byId.put(gene.humanId(), i);
      byId.put(gene.mouseId(), i);
    }
    byId.remove(0);
  }

  /** The gene with an NCBI Gene number, or null when the lexicon has none. */
  public Gene gene(int id) {
    Integer number = byId.get(id);
    return number == null ? null : data.lexicon().gene(number);
  }

  /** For each mention with one known id: which candidate is right, where it is among several. */
  public List<Example> ranking(
      SegmentedDocument document, List<Mention> mentions, List<Set<Integer>> ids) {
    GeneDocument seen = linker.document(document, mentions);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      GeneDocument.Name name = seen.name(mentions.get(i));
      List<Candidate> candidates = seen.found(name).candidates();
      Integer gold = ids.get(i).size() == 1 ? byId.get(ids.get(i).iterator().next()) : null;
      for (int c = 0; gold != null && candidates.size() > 1 && c < candidates.size(); c++) {
        if (candidates.get(c).gene() == gold) {
          examples.add(new Example(RankFeatures.of(seen, name), c));
        }
      }
    }
    return examples;
  }

  /** For each mention with one id: of which species it is. */
  public List<Example> species(
      SegmentedDocument document, List<Mention> mentions, List<Set<Integer>> ids) {
    GeneDocument seen = linker.document(document, mentions);
    SpeciesFeatures features = new SpeciesFeatures(seen);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      List<Candidate> candidates = seen.found(seen.name(mentions.get(i))).candidates();
      if (ids.get(i).size() == 1 && !candidates.isEmpty()) {
        int id = ids.get(i).iterator().next();
        Gene gold = gene(id);
        Gene shown = gold == null ? seen.gene(candidates.get(0).gene()) : gold;
        Species species = gold == null ? elsewhere(seen) : species(gold, id);
        examples.add(new Example(features.all(mentions.get(i).span(), shown), species.index()));
      }
    }
    return examples;
  }

  private static Species species(Gene gene, int id) {
    return id == gene.humanId() ? Species.HUMAN : Species.MOUSE;
  }

  /** The species of a gene that the lexicon does not have. */
  private static Species elsewhere(GeneDocument document) {
    int rats = 0;
    int others = 0;
    for (SpeciesClues.Found found : document.clues()) {
      Species species = Species.of(found.clue().taxon());
      rats += species == Species.RAT ? 1 : 0;
      others += species == Species.OTHER ? 1 : 0;
    }
    return rats > others ? Species.RAT : Species.OTHER;
  }

  /**
   * For each mention with a candidate: whether the best one is right. Mentions of genes that the
   * lexicon does not have are left out.
   *
   * @param ids of each mention; none where the mention is not a gene
   */
  public List<Example> rightness(
      SegmentedDocument document, List<Mention> mentions, List<Set<Integer>> ids) {
    List<Example> examples = new ArrayList<>();
    List<GeneLinker.Judged> judged = linker.judged(document, mentions);
    for (int i = 0; i < mentions.size(); i++) {
      boolean elsewhere = !ids.get(i).isEmpty() && ids.get(i).stream().noneMatch(byId::containsKey);
      if (judged.get(i) != null && !elsewhere) {
        Gene linked = judged.get(i).gene();
        boolean right = ids.get(i).stream().anyMatch(id -> isSame(linked, gene(id)));
        examples.add(new Example(List.of(List.of(), judged.get(i).features()), right ? 1 : 0));
      }
    }
    return examples;
  }

  private static boolean isSame(Gene a, Gene b) {
    return b != null && (a.equals(b) || (a.hgnc() != 0 && a.hgnc() == b.hgnc()));
  }
}
