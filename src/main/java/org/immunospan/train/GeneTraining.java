package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.crf.ModelFile;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.crf.train.CrfTrainer;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.gene.GeneModelFactory;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * Turns gold documents into a name-finder model for genes. Mentions are stretched to the tokens
 * they touch; of mentions that overlap the one that begins first is kept, of those the longest;
 * discontinuous mentions are left out.
 */
public final class GeneTraining {

  /** Cuts a document into ranges, each a sentence. */
  @FunctionalInterface
  public interface Sentences {
    List<Span> of(GoldDocument document);
  }

  /**
   * Documents marked by the same habits.
   *
   * @param domain whose habits; "" for those that the model is to follow
   */
  public record Source(String domain, List<GoldDocument> documents) {
    public Source {
      documents = List.copyOf(documents);
    }
  }

  private static final String TYPE = "gene";

  private final Tokenizer tokenizer;
  private final Sentences sentences;
  private final GeneModelFactory factory;

  public GeneTraining(Tokenizer tokenizer, Sentences sentences, GeneModelFactory factory) {
    this.tokenizer = tokenizer;
    this.sentences = sentences;
    this.factory = factory;
  }

  /** The parameters of the released models; a user may change any ({@link CrfTrainer}). */
  public static TrainingParameters defaultParameters() {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, CrfTrainer.class.getName());
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put("Epochs", 8);
    parameters.put("Ensemble", 8);
    parameters.put("Rate", 0.025);
    parameters.put("Seed", 1);
    parameters.put("L2", 2.0);
    parameters.put("AllLabelsFrom", 1);
    parameters.put("Step", 1.0 / 128);
    parameters.put("Bilou", false);
    return parameters;
  }

  /**
   * Trains on every mention of the documents, whatever its type is called. Sources with a domain
   * are only what some models of the pool start from.
   */
  public TokenNameFinderModel train(List<Source> sources, TrainingParameters parameters)
      throws IOException {
    List<NameSample> own = new ArrayList<>();
    List<NameSample> foreign = new ArrayList<>();
    for (Source source : sources) {
      addSamples(source.documents(), source.domain().isEmpty() ? own : foreign);
    }
    return LabelledSentences.train(own, foreign, factory, parameters);
  }

  private void addSamples(List<GoldDocument> documents, List<NameSample> samples) {
    for (GoldDocument document : documents) {
      for (Span sentence : sentences.of(document)) {
        Tokens tokens = tokenizer.tokenize(document.text(), sentence);
        if (tokens.size() > 0) {
          samples.add(LabelledSentences.sample(document, tokens, TYPE, Adjacency.context(tokens)));
        }
      }
    }
  }

  /**
   * Trains with the default parameters but these, and writes the model; equal models are equal
   * files.
   *
   * @param pool how many models to make one of
   */
  public void write(List<Source> sources, int epochs, int seed, int pool, Path file)
      throws IOException {
    TrainingParameters parameters = defaultParameters();
    parameters.put("Epochs", epochs);
    parameters.put("Seed", seed);
    parameters.put("Ensemble", pool);
    ModelFile.write(train(sources, parameters), file);
  }
}
