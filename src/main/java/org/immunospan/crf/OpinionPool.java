package org.immunospan.crf;

import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Several models of the same features in one: the mean of their weights, which multiplies their
 * opinions (logarithmic opinion pool; Smith, Cohn and Osborne 2005). Every member learns from the
 * own sequences with a share of the features left out, so that no feature hides another (Sutton,
 * Sindelar and McCallum 2006). Every second member starts from weights learned from the foreign
 * sequences, which were marked by other habits, and keeps those of the features it leaves out.
 */
final class OpinionPool {

  private static final int FOREIGN_EPOCHS = 5;

  private final TrainingData data;
  private final Parameters parameters;
  private final double l2;
  private final double rate;

  OpinionPool(TrainingData data, Parameters parameters, double l2, double rate) {
    this.data = data;
    this.parameters = parameters;
    this.l2 = l2;
    this.rate = rate;
  }

  /**
   * Trains the members one after the other.
   *
   * @param own how many of the sequences, from the first, have the habits to learn; the others are
   *     foreign
   * @param leftOut the share of features each member does without
   * @param finished told the number of each member when it is done, 0 for the foreign weights
   * @return the mean weights, in the order of {@link Parameters}
   */
  double[] run(int own, int members, double leftOut, int epochs, long seed, IntConsumer finished) {
    boolean[] none = new boolean[data.keys.length];
    TrainingData others = data.part(own, data.sequences(), none);
    double[] foreign =
        new AdaGrad(others, parameters, l2, rate).run(FOREIGN_EPOCHS, seed, epoch -> {});
    finished.accept(0);
    SplittableRandom random = new SplittableRandom(seed);
    double[] mean = new double[parameters.size];
    for (int member = 1; member <= members; member++) {
      boolean[] missing = new boolean[data.keys.length];
      for (int f = 0; f < missing.length; f++) {
        missing[f] = random.nextDouble() < leftOut;
      }
      AdaGrad learner = new AdaGrad(data.part(0, own, missing), parameters, l2, rate);
      if (member % 2 == 0) {
        learner.startFrom(foreign);
      }
      double[] weights = learner.run(epochs, seed + member, epoch -> {});
      for (int p = 0; p < mean.length; p++) {
        mean[p] += weights[p] / members;
      }
      finished.accept(member);
    }
    return mean;
  }
}
