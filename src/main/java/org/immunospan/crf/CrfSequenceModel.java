package org.immunospan.crf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import opennlp.tools.ml.model.SequenceClassificationModel;
import opennlp.tools.util.BeamSearchContextGenerator;
import opennlp.tools.util.Sequence;
import opennlp.tools.util.SequenceValidator;
import opennlp.tools.util.model.ArtifactSerializer;
import opennlp.tools.util.model.SerializableArtifact;

/**
 * A CRF in the form in which OpenNLP runs and stores models. It asks the context generator for the
 * features of each token, without previous outcomes, answers with the names of the greatest
 * expected utility (or the best sequence, if its outcomes are not those of names), and gives each
 * outcome its marginal probability. Which outcomes may follow each other is part of the model
 * ({@link Labels}), so that validators are not asked. Safe for use by several threads, as far as
 * the context generator is.
 */
public final class CrfSequenceModel implements SequenceClassificationModel, SerializableArtifact {

  private final CrfModel model;

  public CrfSequenceModel(CrfModel model) {
    this.model = model;
  }

  public CrfModel model() {
    return model;
  }

  @Override
  public <T> Sequence bestSequence(
      T[] tokens,
      Object[] additionalContext,
      BeamSearchContextGenerator<T> generator,
      SequenceValidator<T> validator) {
    Labels labels = model.labels();
    BatchedLookup lookups = new BatchedLookup(model.table());
    int[] scores = new int[tokens.length * labels.size()];
    for (int t = 0; t < tokens.length; t++) {
      for (String feature : generator.getContext(t, tokens, null, additionalContext)) {
        lookups.ask(FeatureKey.of(feature), t * labels.size());
      }
    }
    lookups.addTo(scores);
    Sequence sequence = new Sequence();
    if (tokens.length > 0) {
      Inference inference = new Inference(model);
      int[] path = inference.best(scores, 0, tokens.length);
      for (int t = 0; t < tokens.length; t++) {
        sequence.add(labels.name(path[t]), inference.lattice().marginal(t, path[t]));
      }
    }
    return sequence;
  }

  /** {@link #bestSequence} alone, whatever number is asked for. */
  @Override
  public <T> Sequence[] bestSequences(
      int number,
      T[] tokens,
      Object[] additionalContext,
      double minimumScore,
      BeamSearchContextGenerator<T> generator,
      SequenceValidator<T> validator) {
    return new Sequence[] {bestSequence(tokens, additionalContext, generator, validator)};
  }

  /** {@link #bestSequence} alone, whatever number is asked for. */
  @Override
  public <T> Sequence[] bestSequences(
      int number,
      T[] tokens,
      Object[] additionalContext,
      BeamSearchContextGenerator<T> generator,
      SequenceValidator<T> validator) {
    return new Sequence[] {bestSequence(tokens, additionalContext, generator, validator)};
  }

  @Override
  public String[] getOutcomes() {
    return model.labels().names().toArray(String[]::new);
  }

  @Override
  public Class<?> getArtifactSerializerClass() {
    return Serializer.class;
  }

  /** Reads and writes the model inside OpenNLP's file; OpenNLP finds it by the manifest. */
  public static final class Serializer implements ArtifactSerializer<CrfSequenceModel> {

    /** For OpenNLP. */
    public Serializer() {}

    @Override
    public CrfSequenceModel create(InputStream in) throws IOException {
      return new CrfSequenceModel(CrfModelFormat.read(in));
    }

    @Override
    public void serialize(CrfSequenceModel artifact, OutputStream out) throws IOException {
      CrfModelFormat.write(artifact.model, out);
    }
  }
}
