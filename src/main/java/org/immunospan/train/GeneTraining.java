package org.immunospan.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.corpus.GoldDocument;
import org.immunospan.corpus.GoldMention;
import org.immunospan.crf.CrfTrainer;
import org.immunospan.crf.Gluing;
import org.immunospan.tag.Domain;
import org.immunospan.tag.GeneModelFactory;
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
   * @param domain whose habits, as in {@link Domain}; "" for those that the model is to follow
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
    parameters.put("Optimiser", "adagrad");
    parameters.put("Epochs", 12);
    parameters.put("Rate", 0.025);
    parameters.put("Seed", 1);
    parameters.put("L2", 2.0);
    parameters.put("AllLabelsFrom", 1);
    parameters.put("Step", 1.0 / 32);
    return parameters;
  }

  /** Trains on every mention of the documents, whatever its type is called. */
  public TokenNameFinderModel train(List<Source> sources, TrainingParameters parameters)
      throws IOException {
    List<NameSample> samples = new ArrayList<>();
    for (Source source : sources) {
      for (GoldDocument document : source.documents()) {
        for (Span sentence : sentences.of(document)) {
          Tokens tokens = tokenizer.tokenize(document.text(), sentence);
          if (tokens.size() > 0) {
            samples.add(sample(document, tokens, source.domain()));
          }
        }
      }
    }
    GeneModelFactory.permit();
    try (ObjectStream<NameSample> stream = ObjectStreamUtils.createObjectStream(samples)) {
      return NameFinderME.train("en", TYPE, stream, parameters, factory);
    }
  }

  private static NameSample sample(GoldDocument document, Tokens tokens, String domain) {
    List<opennlp.tools.util.Span> names = new ArrayList<>();
    int free = 0;
    for (GoldMention mention : document.mentions()) {
      int first = free;
      while (first < tokens.size() && tokens.end(first) <= mention.span().begin()) {
        first++;
      }
      int end = first;
      while (end < tokens.size() && tokens.begin(end) < mention.span().end()) {
        end++;
      }
      boolean overlapsBefore = free > 0 && mention.span().begin() < tokens.end(free - 1);
      if (end > first && !overlapsBefore && !mention.isDiscontinuous()) {
        names.add(new opennlp.tools.util.Span(first, end, TYPE));
        free = end;
      }
    }
    String[][] context = Gluing.context(tokens);
    if (!domain.isEmpty()) {
      for (int i = 0; i < context.length; i++) {
        context[i] = Domain.of(domain, context[i]);
      }
    }
    return new NameSample(
        document.id(),
        tokens.toStrings(),
        names.toArray(opennlp.tools.util.Span[]::new),
        context,
        true);
  }
}
