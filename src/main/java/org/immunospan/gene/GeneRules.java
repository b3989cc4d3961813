package org.immunospan.gene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.immunospan.resource.FileSource;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;

/**
 * Brings the genes that a model finds to the guidelines, which no training corpus follows entirely.
 * The steps, in their order: borders ({@link GeneBoundaryRules}), abbreviations of something else
 * ({@link NonGeneAbbreviations}) and one decision for each name ({@link GeneConsistency}). Whether
 * plain words such as complement are a gene, the model decides alone. What the rules know is in
 * {@code gene-words.tsv} and {@code gene-contexts.tsv}. Immutable; safe to share.
 */
public final class GeneRules {

  private final GeneWords words;
  private final GeneContexts contexts;
  private final GeneBoundaryRules boundaries;

  private GeneRules(GeneWords words, GeneContexts contexts) {
    this.words = words;
    this.contexts = contexts;
    this.boundaries = new GeneBoundaryRules(words);
  }

  /**
   * Reads what the rules know.
   *
   * @param models where to find the tables
   * @throws IOException if one cannot be read or is not such a table
   */
  public static GeneRules read(FileSource models) throws IOException {
    return new GeneRules(GeneWords.read(models), GeneContexts.read(models));
  }

  /**
   * Applies all rules to the genes that a model has found in a document.
   *
   * @param found sorted and disjoint, each inside one sentence
   * @return sorted and disjoint
   */
  public List<Mention> refine(SegmentedDocument document, List<Mention> found) {
    List<Mention> genes = boundaries.apply(document, found);
    NonGeneAbbreviations others = NonGeneAbbreviations.of(document, genes, words, contexts);
    List<Mention> kept = new ArrayList<>(genes);
    kept.removeIf(gene -> others.contains(gene.span()));
    List<Mention> refined = GeneConsistency.spread(document, kept, words);
    refined.removeIf(gene -> others.contains(gene.span()));
    refined.sort(Mention.ORDER);
    return refined;
  }
}
