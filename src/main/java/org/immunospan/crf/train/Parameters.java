package org.immunospan.crf.train;

import java.util.Arrays;

/**
 * Which weights a model has: one for each pair of a feature and a label seen together in training
 * (for frequent features, for every label), and one for each transition. Weight p of feature f is
 * in [{@code first[f]}, {@code first[f + 1]}) and belongs to the label {@code label[p]}; the
 * transition from a to b is at {@code transitions + a · L + b}, of no effect where b may not follow
 * a.
 */
final class Parameters {

  final int[] first;
  final byte[] label;
  final int transitions;
  final int size;

  /**
   * @param allLabelsFrom features seen at least so often get a weight for every label
   */
  Parameters(TrainingData data, int allLabelsFrom) {
    int features = data.keys.length;
    int labels = data.labels.size();
    int words = (labels + 63) / 64;
    long[] seen = new long[features * words];
    int[] counts = new int[features];
    for (int t = 0; t < data.tokens(); t++) {
      for (int i = data.firstFeature[t]; i < data.firstFeature[t + 1]; i++) {
        int feature = data.features[i];
        counts[feature]++;
        seen[feature * words + data.label[t] / 64] |= 1L << data.label[t];
      }
    }
    first = new int[features + 1];
    byte[] all = new byte[features];
    int end = 0;
    for (int f = 0; f < features; f++) {
      for (int y = 0; y < labels; y++) {
        if (counts[f] >= allLabelsFrom || (seen[f * words + y / 64] >>> y & 1) != 0) {
          if (end == all.length) {
            all = Arrays.copyOf(all, end + end / 2 + labels);
          }
          all[end++] = (byte) y;
        }
      }
      first[f + 1] = end;
    }
    label = Arrays.copyOf(all, end);
    transitions = end;
    size = end + labels * labels;
  }
}
