package org.immunospan.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.gene.link.GeneLinkData;
import org.immunospan.gene.link.GeneLinkExamples;
import org.immunospan.gene.link.LogLinearModel;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.Curie;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;

/**
 * Learns to link genes from gold with NCBI Gene ids: which candidate is right and of which species
 * a gene is from the gold's own spans, whether the best candidate is right from the spans of the
 * product, where false spans and families are to be rejected.
 */
public final class GeneLinkTraining {

  private static final int STEPS = 120;

  private final Function<Document, SegmentedDocument> splitter;

  public GeneLinkTraining(Function<Document, SegmentedDocument> splitter) {
    this.splitter = splitter;
  }

  /**
   * The weights.
   *
   * @param gold with ids
   * @param product the mentions of the product in the same documents, by document
   */
  public LogLinearModel train(
      List<GoldDocument> gold, Map<String, List<Mention>> product, GeneLinkData data) {
    GeneLinkExamples examples = new GeneLinkExamples(data);
    LogLinearTrainer rank = new LogLinearTrainer(5, 2, STEPS);
    LogLinearTrainer species = new LogLinearTrainer(25, 8, STEPS);
    for (GoldDocument document : gold) {
      SegmentedDocument segmented = splitter.apply(document.document());
      List<Mention> mentions = mentions(document, segmented);
      List<Set<Integer>> ids = document.mentions().stream().map(GeneLinkTraining::ids).toList();
      rank.add(examples.ranking(segmented, mentions, ids), 1);
      species.add(examples.species(segmented, mentions, ids), 4 / Math.sqrt(4 + mentions.size()));
    }
    Map<String, Double> weights = new HashMap<>(rank.train());
    weights.putAll(species.train());
    LogLinearModel first = new LogLinearModel(weights);
    GeneLinkExamples ranked = new GeneLinkExamples(data.with(first));
    LogLinearTrainer right = new LogLinearTrainer(8, 4, STEPS);
    for (GoldDocument document : gold) {
      SegmentedDocument segmented = splitter.apply(document.document());
      List<Mention> found =
          withLongForms(segmented, product.getOrDefault(document.id(), List.of()));
      List<Set<Integer>> ids = new ArrayList<>();
      found.forEach(mention -> ids.add(idsAt(document, mention.span())));
      right.add(ranked.rightness(segmented, found, ids), 1);
    }
    weights.putAll(right.train());
    return new LogLinearModel(weights);
  }

  /** The gold's mentions as the linker wants them. */
  public List<Mention> mentions(GoldDocument document, SegmentedDocument segmented) {
    List<Mention> mentions = new ArrayList<>();
    document.mentions().forEach(gold -> mentions.add(Mention.of(gold.span(), EntityType.GENE)));
    return withLongForms(segmented, mentions);
  }

  /** Mentions with the long forms of those that are abbreviations. */
  public List<Mention> withLongForms(SegmentedDocument document, List<Mention> mentions) {
    Map<String, String> longForms = new HashMap<>();
    for (Abbreviation abbreviation : document.abbreviations()) {
      longForms.putIfAbsent(
          abbreviation.shortForm().of(document.text()),
          abbreviation.longForm().of(document.text()));
    }
    return mentions.stream()
        .map(m -> m.withLongForm(longForms.getOrDefault(m.span().of(document.text()), "")))
        .toList();
  }

  /** The NCBI Gene numbers of a gold mention. */
  public static Set<Integer> ids(GoldMention mention) {
    Set<Integer> ids = new HashSet<>();
    for (String identifier : mention.identifiers()) {
      if (identifier.startsWith(Curie.NCBI_GENE)) {
        ids.add(Integer.parseInt(identifier.substring(Curie.NCBI_GENE.length())));
      }
    }
    return ids;
  }

  /** The ids of all gold mentions that overlap a span. */
  public static Set<Integer> idsAt(GoldDocument document, Span span) {
    Set<Integer> ids = new HashSet<>();
    for (GoldMention mention : document.mentions()) {
      if (mention.span().overlaps(span)) {
        ids.addAll(ids(mention));
      }
    }
    return ids;
  }
}
