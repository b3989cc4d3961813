package org.immunospan.crf.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.immunospan.crf.CrfModel;
import org.immunospan.crf.WeightTable;

/** Makes a model of trained weights. */
final class WeightRounding {

  private WeightRounding() {}

  /**
   * Rounds trained weights to steps; features without a weight left are dropped. Should two
   * features share a fingerprint, which is not expected in a million, the more frequent one is
   * kept.
   */
  static CrfModel model(TrainingData data, Parameters parameters, double[] weights, double step) {
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
    CrfModel.Features features =
        new CrfModel.Features(
            Arrays.copyOf(kept, n),
            Arrays.copyOf(first, n + 1),
            Arrays.copyOf(labels, first[n]),
            Arrays.copyOf(rounded, first[n]));
    return new CrfModel(data.labels, step, transitions, features);
  }
}
