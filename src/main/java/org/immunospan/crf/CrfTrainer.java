package org.immunospan.crf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Trains a linear-chain CRF for OpenNLP: put the name of this class as {@code Algorithm} into the
 * {@link TrainingParameters}, after {@link CrfNameFinderFactory#permit()}. Further parameters:
 *
 * <pre>
 * Cutoff         features seen less often are dropped                     2
 * Optimiser      adagrad (faster, one thread) or lbfgs                    lbfgs
 * Epochs         passes of adagrad over the data                          12
 * Rate, Seed     of adagrad                                               0.1, 1
 * Pool           so many models in one by adagrad ({@link OpinionPool})   0
 * Own            sequences, from the first, that a pool is to follow      all
 * LeftOut        the share of features whose foreign weights a model of a  0.3
 *                pool that starts from them keeps
 * Iterations     steps of L-BFGS at most                                  150
 * Tolerance      stop when ten steps gain less than this share            1e-4
 * L1, L2         C · Σ|w| + λ/2 · Σw² added to the negative log-likelihood    0, 1
 * AllLabelsFrom  features seen so often get a weight for every label,     100
 *                the others for labels seen with them
 * Threads        any number gives the same model                          all
 * Step           weights are rounded to multiples of it                   1/128
 * Bilou          true: outcomes of the BIO codec become BILOU outcomes    true
 * Checkpoint     file to go on from, written every 10 steps; none         none
 * Silent         true: no progress on stderr                              false
 * </pre>
 *
 * <p>{@code Bilou} is there because {@code NameFinderME.train} of OpenNLP 2.5.11 codes outcomes by
 * BIO for sequence trainers, whatever codec the factory asks for. Real-valued features are refused.
 */
public final class CrfTrainer extends AbstractTrainer implements SequenceTrainer {

  private static final int CHECKPOINT_EVERY = 10;

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
    double[] weights =
        trainingParameters.getStringParameter("Optimiser", "lbfgs").equals("adagrad")
            ? adaGrad(data, parameters)
            : optimise(data, parameters);
    double step = trainingParameters.getDoubleParameter("Step", 1.0 / 128);
    CrfModel model = CrfModel.of(data, parameters, weights, step);
    report("%d features with a weight", model.features().fingerprints.length);
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

  private double[] adaGrad(TrainingData data, Parameters parameters) {
    int epochs = trainingParameters.getIntParameter("Epochs", 12);
    int seed = trainingParameters.getIntParameter("Seed", 1);
    int members = trainingParameters.getIntParameter("Pool", 0);
    double l2 = trainingParameters.getDoubleParameter("L2", 1);
    double rate = trainingParameters.getDoubleParameter("Rate", 0.1);
    long begin = System.nanoTime();
    if (members > 0) {
      return new OpinionPool(data, parameters, l2, rate)
          .run(
              trainingParameters.getIntParameter("Own", data.sequences()),
              members,
              trainingParameters.getDoubleParameter("LeftOut", 0.3),
              epochs,
              seed,
              member ->
                  report(
                      "model %d of %d, %.1f s",
                      member, members, (System.nanoTime() - begin) / 1e9));
    }
    return new AdaGrad(data, parameters, l2, rate)
        .run(
            epochs,
            seed,
            epoch ->
                report("epoch %d of %d, %.1f s", epoch, epochs, (System.nanoTime() - begin) / 1e9));
  }

  private double[] optimise(TrainingData data, Parameters parameters) throws IOException {
    int threads =
        trainingParameters.getIntParameter("Threads", Runtime.getRuntime().availableProcessors());
    try (Parallel parallel = new Parallel(threads)) {
      LogLikelihood objective =
          new LogLikelihood(
              data, parameters, trainingParameters.getDoubleParameter("L2", 1), parallel);
      Lbfgs optimiser =
          new Lbfgs(
              objective,
              trainingParameters.getDoubleParameter("L1", 0),
              trainingParameters.getIntParameter("Iterations", 150),
              trainingParameters.getDoubleParameter("Tolerance", 1e-4),
              parallel);
      String file = trainingParameters.getStringParameter("Checkpoint", "");
      Path checkpoint = file.isEmpty() ? null : Path.of(file);
      State state =
          checkpoint != null && Files.exists(checkpoint)
              ? State.read(checkpoint, objective.size())
              : new State(objective.size());
      long begin = System.nanoTime();
      optimiser.minimise(
          state,
          (now, norm) -> {
            report(
                "step %d: %.2f, gradient %.2f, %.1f s",
                now.iteration, now.value(0), norm, (System.nanoTime() - begin) / 1e9);
            if (checkpoint != null && now.iteration % CHECKPOINT_EVERY == 0) {
              now.write(checkpoint);
            }
          });
      return state.x;
    }
  }

  private void report(String format, Object... values) {
    progress.println(String.format(Locale.ROOT, format, values));
  }
}
