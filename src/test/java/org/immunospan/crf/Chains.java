package org.immunospan.crf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small random problems, and the answers found by going through all label sequences. */
public final class Chains {

  public static final Labels BILOU =
      new Labels(List.of("gene-cont", "gene-last", "gene-start", "gene-unit", "other"));

  private Chains() {}

  /** All label sequences of this length that the labels allow. */
  public static List<int[]> paths(Labels labels, int length) {
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

  public static double score(double[] scores, double[] transitions, int size, int[] path) {
    double sum = 0;
    for (int t = 0; t < path.length; t++) {
      sum += scores[t * size + path[t]];
      sum += t == 0 ? 0 : transitions[path[t - 1] * size + path[t]];
    }
    return sum;
  }

  public static double[] randoms(Random random, int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> 2 * random.nextGaussian());
    return values;
  }
}
