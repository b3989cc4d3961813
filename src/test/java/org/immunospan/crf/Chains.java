package org.immunospan.crf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small random problems, and the answers found by going through all label sequences. */
final class Chains {

  static final Labels BILOU =
      new Labels(List.of("gene-cont", "gene-last", "gene-start", "gene-unit", "other"));

  private Chains() {}

  /** All label sequences of this length that the labels allow. */
  static List<int[]> paths(Labels labels, int length) {
    List<int[]> paths = new ArrayList<>();
    extend(labels, new int[length], 0, paths);
    return paths;
  }

  private static void extend(Labels labels, int[] path, int t, List<int[]> paths) {
    if (t == path.length) {
      if (labels.mayEnd(path[t - 1])) {
        paths.add(path.clone());
      }
      return;
    }
    for (int y = 0; y < labels.size(); y++) {
      if (t == 0 ? labels.mayBegin(y) : labels.mayFollow(path[t - 1], y)) {
        path[t] = y;
        extend(labels, path, t + 1, paths);
      }
    }
  }

  static double score(double[] scores, double[] transitions, int size, int[] path) {
    double sum = 0;
    for (int t = 0; t < path.length; t++) {
      sum += scores[t * size + path[t]];
      sum += t == 0 ? 0 : transitions[path[t - 1] * size + path[t]];
    }
    return sum;
  }

  static double[] randoms(Random random, int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> 2 * random.nextGaussian());
    return values;
  }

  /**
   * Sequences of up to seven tokens with labels that may follow each other, and random features.
   */
  static TrainingData data(long seed, int sequences, int cutoff) {
    Random random = new Random(seed);
    TrainingDataBuilder builder = new TrainingDataBuilder();
    for (int s = 0; s < sequences; s++) {
      int length = 1 + random.nextInt(7);
      List<int[]> paths = paths(BILOU, length);
      int[] path = paths.get(random.nextInt(paths.size()));
      String[] labels = new String[length];
      long[][] keys = new long[length][];
      for (int t = 0; t < length; t++) {
        labels[t] = BILOU.name(path[t]);
        keys[t] = new long[1 + random.nextInt(5)];
        for (int i = 0; i < keys[t].length; i++) {
          keys[t][i] = FeatureKey.of("f" + random.nextInt(30) + (i == 0 ? labels[t] : ""));
        }
      }
      builder.add(labels, keys);
    }
    return builder.build(cutoff);
  }
}
