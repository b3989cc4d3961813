package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.cell.CellGrammarTagger;
import org.immunospan.cell.CellModelFactory;
import org.immunospan.cell.CellTagger;
import org.immunospan.crf.ModelFile;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.Tagger;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Tokens;

/** Turns gold documents into a name-finder model for cells. */
public final class CellTraining {

  private static final String TYPE = "cell";

  private final SentenceSplitter splitter;
  private final CellGrammarTagger tagger;
  private final CellModelFactory factory;
  private final CellGuidelines guidelines;

  /**
   * @param tagger what lexicon and grammar say, which the model learns from
   */
  public CellTraining(SentenceSplitter splitter, CellGrammarTagger tagger, CellModelFactory factory) {
    this.splitter = splitter;
    this.tagger = tagger;
    this.factory = factory;
    this.guidelines = new CellGuidelines(tagger);
  }

  /**
   * What differs between one training and another.
   *
   * @param epochs passes over the sources
   * @param seed of the order of sentences
   * @param pool how many models to make one of
   */
  public record Effort(int epochs, int seed, int pool) {

    TrainingParameters parameters() {
      TrainingParameters parameters = defaultParameters();
      parameters.put("Epochs", epochs);
      parameters.put("Seed", seed);
      parameters.put("Ensemble", pool);
      return parameters;
    }
  }

  /** Trains and writes the model; equal models are equal files. */
  public void write(List<GeneTraining.Source> sources, Effort effort, Path file)
      throws IOException {
    ModelFile.write(train(sources, effort.parameters()), file);
  }

  /** Trains a tagger that is not kept. */
  public Tagger tagger(List<GeneTraining.Source> sources, Effort effort, String name)
      throws IOException {
    return CellTagger.of(train(sources, effort.parameters()), tagger, name).get();
  }

  /** The parameters of the released models. */
  public static TrainingParameters defaultParameters() {
    TrainingParameters parameters = GeneTraining.defaultParameters();
    parameters.put("Ensemble", 8);
    return parameters;
  }

  /**
   * Trains on every mention of the documents, whatever its type is called. Sources with a domain
   * are what half of the models of the pool start from.
   */
  public TokenNameFinderModel train(
      List<GeneTraining.Source> sources, TrainingParameters parameters) throws IOException {
    List<NameSample> own = new ArrayList<>();
    List<NameSample> foreign = new ArrayList<>();
    for (GeneTraining.Source source : sources) {
      boolean isOwn = source.domain().isEmpty();
      source.documents().forEach(gold -> addSamples(gold, isOwn, isOwn ? own : foreign));
    }
    return LabelledSentences.train(own, foreign, factory, parameters);
  }

  private void addSamples(GoldDocument gold, boolean own, List<NameSample> samples) {
    SegmentedDocument segmented = splitter.segment(gold.document());
    GoldDocument document =
        own && factory.scheme() == AnnotationScheme.GUIDELINES
            ? guidelines.apply(gold, segmented)
            : gold;
    List<String[][]> evidence = tagger.evidence(segmented);
    for (int i = 0; i < evidence.size(); i++) {
      Tokens tokens = segmented.sentences().get(i).tokens();
      if (tokens.size() > 0) {
        samples.add(LabelledSentences.sample(document, tokens, TYPE, evidence.get(i)));
      }
    }
  }
}
