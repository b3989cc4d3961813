package org.immunospan.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.immunospan.evaluate.GeneIds;
import org.immunospan.evaluate.GoldSet;
import org.immunospan.evaluate.SystemSpans;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SpeciesChoice;
import org.immunospan.uima.GoldGenes;
import org.immunospan.uima.Pipeline;

/** What {@code evaluate} needs to score identifiers of genes: their meaning, and links of gold. */
final class GoldGeneLinks {

  private static final String NCBI = "NCBIGene:";

  private GoldGeneLinks() {}

  /** The meaning of the gold's identifiers, by the shipped lexicon where it has NCBI Gene ids. */
  static GeneIds meanings(GoldSet gold) throws IOException {
    boolean hasIds =
        gold.documents().values().stream()
            .flatMap(document -> genes(document).stream())
            .anyMatch(gene -> gene.identifiers().stream().anyMatch(id -> id.startsWith(NCBI)));
    return hasIds ? GeneIds.of(GoldGenes.lexicon()) : GeneIds.NONE;
  }

  /** The genes of the gold, linked by the program. */
  static SystemSpans linked(GoldSet gold, SpeciesChoice species) {
    try (Pipeline pipeline = Pipeline.ofGeneLinks(species)) {
      return SystemSpans.of(
          "gold spans, linked",
          gold,
          document -> {
            List<Mention> genes = new ArrayList<>();
            for (GoldMention gene : genes(document)) {
              genes.add(Mention.of(gene.span(), EntityType.GENE).withScore(1));
            }
            return pipeline.link(document.document(), genes);
          });
    }
  }

  private static List<GoldMention> genes(GoldDocument document) {
    return document.mentions().stream()
        .filter(mention -> mention.type().equals(EntityType.GENE.name()))
        .toList();
  }
}
