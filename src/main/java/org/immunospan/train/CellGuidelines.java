package org.immunospan.train;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.cell.CellGrammarTagger;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;

/**
 * Brings the cells of a corpus to the guidelines of the product: where lexicon and grammar read
 * names in a mention, those are the mentions, so that states and places fall away and coordinations
 * are parted; a mention in which they read nothing stays as it is. What the corpus does not mark is
 * no mention, whatever the grammar reads.
 */
final class CellGuidelines {

  private final CellGrammarTagger tagger;

  CellGuidelines(CellGrammarTagger tagger) {
    this.tagger = tagger;
  }

  GoldDocument apply(GoldDocument gold, SegmentedDocument document) {
    List<Mention> read = tagger.read(document);
    List<GoldMention> mentions = new ArrayList<>();
    int free = 0;
    for (GoldMention mention : gold.mentions()) {
      if (mention.isDiscontinuous()) {
        continue;
      }
      List<Span> inside =
          read.stream().map(Mention::span).filter(mention.span()::overlaps).toList();
      for (Span span : inside.isEmpty() ? List.of(mention.span()) : inside) {
        if (span.begin() >= free) {
          mentions.add(GoldMention.of(span, mention.type()));
          free = span.end();
        }
      }
    }
    return new GoldDocument(gold.document(), mentions);
  }
}
