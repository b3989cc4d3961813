package org.immunospan.crf.train;

import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Several models of the same features in one: the mean of their weights, which multiplies their
 * opinions (logarithmic opinion pool; Smith, Cohn and Osborne 2005). All members learn from the
 * sequences of the target corpora, each in another order. Every second member starts from weights
 * learned from the auxiliary corpora, which follow other guidelines. A share of the features is
 * left out of its learning, so that no feature hides another (Sutton, Sindelar and McCallum 2006);
 * these features keep the auxiliary weights.
 */
final class Ensemble {

  private static final int AUXILIARY_EPOCHS = 5;

  private final TrainingData data;
  private final Parameters parameters;
  private final double l2;
  private final double rate;
  private final double noise;

  Ensemble(TrainingData data, Parameters parameters, double l2, double rate, double noise) {
    this.data = data;
    this.parameters = parameters;
    this.l2 = l2;
    this.rate = rate;
    this.noise = noise;
  }

  /**
   * Trains the members one after the other.
   *
   * @param target how many of the sequences, from the first, belong to target corpora; the others
   *     are auxiliary
   * @param leftOut the share of features that a member with auxiliary weights does not learn again
   * @param finished gets the number of each finished member, 0 for the auxiliary weights
   * @return the mean weights, in the order of {@link Parameters}
   */
  double[] run(
      int target, int members, double leftOut, int epochs, long seed, IntConsumer finished) {
    boolean[] none = new boolean[data.keys.length];
    TrainingData others = data.part(target, data.sequences(), none);
    boolean hasAuxiliary = target < data.sequences() && members > 1;
    double[] auxiliary =
        hasAuxiliary
            ? new AdaGrad(others, parameters, l2, rate, noise)
                .run(AUXILIARY_EPOCHS, seed, epoch -> {})
            : new double[0];
    finished.accept(0);
    SplittableRandom random = new SplittableRandom(seed);
    double[] mean = new double[parameters.size];
    for (int member = 1; member <= members; member++) {
      boolean startsAuxiliary = hasAuxiliary && member % 2 == 0;
      boolean[] missing = startsAuxiliary ? some(leftOut, random) : none;
      AdaGrad learner = new AdaGrad(data.part(0, target, missing), parameters, l2, rate, noise);
      if (startsAuxiliary) {
        learner.startFrom(auxiliary);
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
