package org.immunospan.train;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import org.immunospan.cell.CellGrammarTagger;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Tokens;

/** Labelled sentences for a cell model, with what lexicon and grammar say of each token. */
public final class CellSamples implements SampleReader {

  private static final String TYPE = "cell";

  private final SentenceSplitter splitter;
  private final CellGrammarTagger tagger;
  private final CellGuidelines guidelines;

  /**
   * @param tagger what lexicon and grammar say, which the model learns from
   */
  public CellSamples(SentenceSplitter splitter, CellGrammarTagger tagger) {
    this.splitter = splitter;
    this.tagger = tagger;
    this.guidelines = new CellGuidelines(tagger);
  }

  @Override
  public List<NameSample> read(GoldDocument gold, boolean isAdapted) {
    List<NameSample> samples = new ArrayList<>();
    SegmentedDocument segmented = splitter.segment(gold.document());
    GoldDocument document = isAdapted ? guidelines.apply(gold, segmented) : gold;
    List<String[][]> evidence = tagger.evidence(segmented);
    for (int i = 0; i < evidence.size(); i++) {
      Tokens tokens = segmented.sentences().get(i).tokens();
      if (tokens.size() > 0) {
        samples.add(LabelledSentences.sample(document, tokens, TYPE, evidence.get(i)));
      }
    }
    return samples;
  }
}
