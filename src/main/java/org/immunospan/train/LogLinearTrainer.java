package org.immunospan.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immunospan.gene.link.GeneLinkExamples.Example;
import org.immunospan.gene.link.LogLinearModel;

/**
 * Learns the weights of a {@link LogLinearModel} from choices: the whole set of examples at each
 * step, Adam, and a penalty on the square of the weights. The same examples give the same weights.
 */
final class LogLinearTrainer {

  private static final double RATE = 0.1;

  private final int fewest;
  private final double penalty;
  private final int steps;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<int[][]> examples = new ArrayList<>();
  private final List<Integer> rights = new ArrayList<>();
  private final List<Double> importances = new ArrayList<>();

  /**
   * A trainer.
   *
   * @param fewest the number of examples that a feature must occur in
   * @param penalty on the square of a weight, in examples
   */
  LogLinearTrainer(int fewest, double penalty, int steps) {
    this.fewest = fewest;
    this.penalty = penalty;
    this.steps = steps;
  }

  /** Adds examples of one document, each with its importance. */
  void add(List<Example> of, double importance) {
    for (Example example : of) {
      int[][] choices = new int[example.choices().size()][];
      for (int i = 0; i < choices.length; i++) {
        choices[i] =
            example.choices().get(i).stream()
                .mapToInt(feature -> numbers.computeIfAbsent(feature, f -> numbers.size()))
                .toArray();
      }
      examples.add(choices);
      rights.add(example.right());
      importances.add(importance);
    }
  }

  /** The weights, rounded to four places; those near 0 are left out. */
  Map<String, Double> train() {
    boolean[] used = used();
    int n = numbers.size();
    double[] weights = new double[n];
    double[] mean = new double[n];
    double[] variance = new double[n];
    double[] gradient = new double[n];
    double total = importances.stream().mapToDouble(Double::doubleValue).sum();
    for (int step = 1; step <= steps; step++) {
      gradient(weights, gradient);
      double correction = Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
      double rate = RATE * correction * Math.min(1, 2.0 * (steps - step + 1) / steps);
      for (int i = 0; i < n; i++) {
        if (used[i]) {
          double g = (gradient[i] + penalty * weights[i]) / total;
          mean[i] = 0.9 * mean[i] + 0.1 * g;
          variance[i] = 0.999 * variance[i] + 0.001 * g * g;
          weights[i] -= rate * mean[i] / (Math.sqrt(variance[i]) + 1e-8);
        }
      }
    }
    Map<String, Double> named = new TreeMap<>();
    numbers.forEach(
        (feature, number) -> {
          double rounded = Math.round(weights[number] * 1e4) / 1e4;
          if (Math.abs(rounded) >= 0.02) {
            named.put(feature, rounded);
          }
        });
    return named;
  }

  private void gradient(double[] weights, double[] gradient) {
    Arrays.fill(gradient, 0);
    for (int e = 0; e < examples.size(); e++) {
      int[][] choices = examples.get(e);
      double[] p = new double[choices.length];
      for (int c = 0; c < p.length; c++) {
        for (int feature : choices[c]) {
          p[c] += weights[feature];
        }
      }
      LogLinearModel.softmax(p);
      double importance = importances.get(e);
      for (int c = 0; c < p.length; c++) {
        double error = importance * (p[c] - (c == rights.get(e) ? 1 : 0));
        for (int feature : choices[c]) {
          gradient[feature] += error;
        }
      }
    }
  }

  private boolean[] used() {
    int[] counts = new int[numbers.size()];
    int[] last = new int[numbers.size()];
    Arrays.fill(last, -1);
    for (int e = 0; e < examples.size(); e++) {
      for (int[] choice : examples.get(e)) {
        for (int feature : choice) {
          if (last[feature] != e) {
            last[feature] = e;
            counts[feature]++;
          }
        }
      }
    }
    boolean[] used = new boolean[counts.length];
    for (int i = 0; i < used.length; i++) {
      used[i] = counts[i] >= fewest;
    }
    return used;
  }
}
