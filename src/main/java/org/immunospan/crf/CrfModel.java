package org.immunospan.crf;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A trained model: labels, weights of transitions, weights of features by key. Weights are whole
 * numbers of steps of {@link #step}. Kept sorted by fingerprint, as it is written; the table for
 * looking up is made of it. Immutable.
 */
final class CrfModel {

  /**
   * Sorted, distinct fingerprints of features. Feature f has the weights {@code weights[first[f]]}
   * up to {@code first[f + 1]}, none of them 0, each for the label at the same place.
   */
  static final class Features {
    final long[] fingerprints;
    final int[] first;
    final byte[] labels;
    final short[] weights;

    Features(long[] fingerprints, int[] first, byte[] labels, short[] weights) {
      this.fingerprints = fingerprints;
      this.first = first;
      this.labels = labels;
      this.weights = weights;
    }
  }

  private final Labels labels;
  private final double step;
  private final int[] transitions;
  private final Features features;
  private final WeightTable table;

  CrfModel(Labels labels, double step, int[] transitions, Features features) {
    this.labels = labels;
    this.step = step;
    this.transitions = transitions;
    this.features = features;
    this.table = new WeightTable(labels.size(), features.fingerprints.length);
    for (int f = 0; f < features.fingerprints.length; f++) {
      int place = table.put(features.fingerprints[f]);
      for (int p = features.first[f]; p < features.first[f + 1]; p++) {
        table.set(place, features.labels[p], features.weights[p]);
      }
    }
  }

  /**
   * Rounds trained weights to steps; features without a weight left are dropped. Should two
   * features share a fingerprint, which is not expected in a million, the more frequent one is
   * kept.
   */
  static CrfModel of(TrainingData data, Parameters parameters, double[] weights, double step) {
    int size = data.labels.size();
    int[] transitions = new int[size * size];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = (int) Math.rint(weights[parameters.transitions + i] / step);
    }
    long[] fingerprints = Arrays.stream(data.keys).map(WeightTable::fingerprint).toArray();
    int[] order =
        IntStream.range(0, fingerprints.length)
            .boxed()
            .sorted(Comparator.comparingLong(f -> fingerprints[f]))
            .mapToInt(f -> f)
            .toArray();
    long[] kept = new long[order.length];
    int[] first = new int[order.length + 1];
    byte[] labels = new byte[parameters.transitions];
    short[] rounded = new short[parameters.transitions];
    int n = 0;
    for (int feature : order) {
      int end = first[n];
      for (int p = parameters.first[feature]; p < parameters.first[feature + 1]; p++) {
        double steps = Math.rint(weights[p] / step);
        if (steps != 0) {
          labels[end] = parameters.label[p];
          rounded[end++] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, steps));
        }
      }
      boolean distinct = n == 0 || kept[n - 1] != fingerprints[feature];
      if (end > first[n] && distinct) {
        kept[n++] = fingerprints[feature];
        first[n] = end;
      }
    }
    Features features =
        new Features(
            Arrays.copyOf(kept, n),
            Arrays.copyOf(first, n + 1),
            Arrays.copyOf(labels, first[n]),
            Arrays.copyOf(rounded, first[n]));
    return new CrfModel(data.labels, step, transitions, features);
  }

  Labels labels() {
    return labels;
  }

  /** What a weight of 1 stands for. */
  double step() {
    return step;
  }

  /** The weight of the transition from a to b at {@code a · L + b}. */
  int[] transitions() {
    return transitions;
  }

  Features features() {
    return features;
  }

  WeightTable table() {
    return table;
  }
}
