package org.immunospan.train;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/** Labelled sentences for a gene model, whose features need no more than what touches what. */
public final class GeneSamples implements SampleReader {

  /** Cuts a document into ranges, each a sentence. */
  @FunctionalInterface
  public interface Sentences {
    List<Span> of(GoldDocument document);
  }

  private static final String TYPE = "gene";

  private final Tokenizer tokenizer;
  private final Sentences sentences;

  public GeneSamples(Tokenizer tokenizer, Sentences sentences) {
    this.tokenizer = tokenizer;
    this.sentences = sentences;
  }

  @Override
  public List<NameSample> read(GoldDocument gold, boolean isAdapted) {
    List<NameSample> samples = new ArrayList<>();
    for (Span sentence : sentences.of(gold)) {
      Tokens tokens = tokenizer.tokenize(gold.text(), sentence);
      if (tokens.size() > 0) {
        samples.add(LabelledSentences.sample(gold, tokens, TYPE, Adjacency.context(tokens)));
      }
    }
    return samples;
  }
}
