package org.immunospan.crf;

import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Several models of the same features in one: the mean of their weights, which multiplies their
 * opinions (logarithmic opinion pool; Smith, Cohn and Osborne 2005). All learn from the own
 * sequences, in different orders. Every second starts from weights learned from the foreign
 * sequences, which were marked by other habits; a share of the features is left out of its
 * learning, so that no feature hides another (Sutton, Sindelar and McCallum 2006), and keeps the
 * foreign weights.
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
   * @param leftOut the share of features a member that starts from foreign weights does not learn
   *     anew
   * @param finished told the number of each member when it is done, 0 for the foreign weights
   * @return the mean weights, in the order of {@link Parameters}
   */
  double[] run(int own, int members, double leftOut, int epochs, long seed, IntConsumer finished) {
    boolean[] none = new boolean[data.keys.length];
    TrainingData others = data.part(own, data.sequences(), none);
    boolean hasForeign = own < data.sequences() && members > 1;
    double[] foreign =
        hasForeign
            ? new AdaGrad(others, parameters, l2, rate).run(FOREIGN_EPOCHS, seed, epoch -> {})
            : new double[0];
    finished.accept(0);
    SplittableRandom random = new SplittableRandom(seed);
    double[] mean = new double[parameters.size];
    for (int member = 1; member <= members; member++) {
      boolean startsForeign = hasForeign && member % 2 == 0;
      boolean[] missing = startsForeign ? some(leftOut, random) : none;
      AdaGrad learner = new AdaGrad(data.part(0, own, missing), parameters, l2, rate);
      if (startsForeign) {
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

  private boolean[] some(double share, SplittableRandom random) {
    boolean[] features = new boolean[data.keys.length];
    for (int f = 0; f < features.length; f++) {
      features[f] = random.nextDouble() < share;
    }
    return features;
  }
}
