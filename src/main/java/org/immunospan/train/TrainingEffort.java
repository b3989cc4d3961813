package org.immunospan.train;

import opennlp.tools.util.TrainingParameters;
import org.immunospan.crf.train.CrfTrainer;

/**
 * What differs between one training and another.
 *
 * @param epochs passes over the sources
 * @param seed of the order of sentences
 * @param ensemble how many models to make one of
 * @param noise the share of the features that a step of learning does not see
 */
public record TrainingEffort(int epochs, int seed, int ensemble, double noise) {

  /** That of the released gene model. */
  public static final TrainingEffort USUAL = new TrainingEffort(8, 1, 8, 0);

  /** The parameters of the released models but for these; {@link CrfTrainer} describes them. */
  public TrainingParameters parameters() {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, CrfTrainer.class.getName());
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put("Epochs", epochs);
    parameters.put("Ensemble", ensemble);
    parameters.put("Rate", 0.025);
    parameters.put("Seed", seed);
    parameters.put("Noise", noise);
    parameters.put("L2", 2.0);
    parameters.put("AllLabelsFrom", 1);
    parameters.put("Step", 1.0 / 128);
    parameters.put("Bilou", false);
    return parameters;
  }
}
