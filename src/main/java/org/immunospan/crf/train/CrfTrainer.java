package org.immunospan.crf.train;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.ml.AbstractTrainer;
import opennlp.tools.ml.SequenceTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.Sequence;
import opennlp.tools.ml.model.SequenceClassificationModel;
import opennlp.tools.ml.model.SequenceStream;
import opennlp.tools.util.TrainingConfiguration;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.crf.CrfModel;
import org.immunospan.crf.CrfNameFinderFactory;
import org.immunospan.crf.CrfSequenceModel;
import org.immunospan.crf.FeatureKey;

/**
 * Trains a linear-chain CRF for OpenNLP: put the name of this class as {@code Algorithm} into the
 * {@link TrainingParameters}, after {@link CrfNameFinderFactory#permit()}. Further parameters:
 *
 * <pre>
 * Cutoff         features seen less often are dropped                         2
 * Epochs         passes over the data                                        12
 * Rate, Seed     of {@link AdaGrad}                                          0.1, 1
 * Ensemble       number of models in one ({@link Ensemble})                    0
 * Target         sequences, from the first, that an ensemble is to follow    all
 * LeftOut        the share of features whose auxiliary weights a model of    0.3
 *                an ensemble that starts from them keeps
 * Noise          the share of the features that a step of learning does      0
 *                not see
 * L2             λ/2 · Σw² is added to the negative log-likelihood           1
 * AllLabelsFrom  features seen so often get a weight for every label,        100
 *                the others for labels seen with them
 * Step           weights are rounded to multiples of it                      1/128
 * Bilou          true: outcomes of the BIO codec become BILOU outcomes       true
 * Silent         true: no progress on stderr                                 false
 * </pre>
 *
 * <p>{@code Bilou} is there because {@code NameFinderME.train} of OpenNLP 2.5.11 codes outcomes by
 * BIO for sequence trainers, whatever codec the factory asks for. Real-valued features are refused.
 */
public final class CrfTrainer extends AbstractTrainer implements SequenceTrainer {

  private PrintStream progress = System.err;

  /** For OpenNLP, which then calls {@link #init}. */
  public CrfTrainer() {}

  @Override
  public void init(
      TrainingParameters parameters,
      Map<String, String> report,
      TrainingConfiguration configuration) {
    super.init(parameters, report, configuration);
    takeOver(parameters);
  }

  @Override
  public void init(TrainingParameters parameters, Map<String, String> report) {
    super.init(parameters, report);
    takeOver(parameters);
  }

  private void takeOver(TrainingParameters parameters) {
    if (parameters.getBooleanParameter("Silent", false)) {
      progress = new PrintStream(OutputStream.nullOutputStream());
    }
  }

  @Override
  public <T> SequenceClassificationModel train(SequenceStream<T> sequences) throws IOException {
    TrainingDataBuilder builder = new TrainingDataBuilder();
    boolean bilou = trainingParameters.getBooleanParameter("Bilou", true);
    for (Sequence<T> s = sequences.read(); s != null; s = sequences.read()) {
      add(s.getEvents(), bilou, builder);
    }
    TrainingData data = builder.build(trainingParameters.getIntParameter("Cutoff", 2));
    if (data.tokens() == 0) {
      throw new IOException("training data: found no token, expected at least one");
    }
    Parameters parameters =
        new Parameters(data, trainingParameters.getIntParameter("AllLabelsFrom", 100));
    report(
        "%d sequences, %d tokens, %.1f features a token, %d features, %d weights",
        data.sequences(),
        data.tokens(),
        (double) data.features.length / data.tokens(),
        data.keys.length,
        parameters.size);
    CrfModel model =
        WeightRounding.model(
            data,
            parameters,
            weights(data, parameters),
            trainingParameters.getDoubleParameter("Step", 1.0 / 128));
    report("%d features with a weight", model.features().size());
    return new CrfSequenceModel(model);
  }

  private static void add(Event[] events, boolean bilou, TrainingDataBuilder builder) {
    String[] outcomes = new String[events.length];
    long[][] keys = new long[events.length][];
    for (int t = 0; t < events.length; t++) {
      if (events[t].getValues() != null) {
        throw new IllegalArgumentException("found a feature with a value, expected none");
      }
      outcomes[t] = events[t].getOutcome();
      String[] context = events[t].getContext();
      keys[t] = new long[context.length];
      for (int i = 0; i < context.length; i++) {
        keys[t][i] = FeatureKey.of(context[i]);
      }
    }
    builder.add(bilou ? Bilou.ofBio(outcomes) : outcomes, keys);
  }

  private double[] weights(TrainingData data, Parameters parameters) {
    int epochs = trainingParameters.getIntParameter("Epochs", 12);
    int seed = trainingParameters.getIntParameter("Seed", 1);
    int members = trainingParameters.getIntParameter("Ensemble", 0);
    double l2 = trainingParameters.getDoubleParameter("L2", 1);
    double rate = trainingParameters.getDoubleParameter("Rate", 0.1);
    double noise = trainingParameters.getDoubleParameter("Noise", 0);
    long begin = System.nanoTime();
    if (members > 0) {
      return new Ensemble(data, parameters, l2, rate, noise)
          .run(
              trainingParameters.getIntParameter("Target", data.sequences()),
              members,
              trainingParameters.getDoubleParameter("LeftOut", 0.3),
              epochs,
              seed,
              member ->
                  report(
                      "model %d of %d, %.1f s",
                      member, members, (System.nanoTime() - begin) / 1e9));
    }
    return new AdaGrad(data, parameters, l2, rate, noise)
        .run(
            epochs,
            seed,
            epoch ->
                report("epoch %d of %d, %.1f s", epoch, epochs, (System.nanoTime() - begin) / 1e9));
  }

  private void report(String format, Object... values) {
    progress.println(String.format(Locale.ROOT, format, values));
  }
}
