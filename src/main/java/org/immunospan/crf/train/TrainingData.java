package org.immunospan.crf.train;

import java.util.Arrays;
import org.immunospan.crf.Labels;

/**
 * Labelled sequences with their features as numbers, in flat arrays. Token t carries the features
 * {@code features[firstFeature[t]]} up to {@code firstFeature[t + 1]}; sequence s has the tokens
 * {@code firstToken[s]} up to {@code firstToken[s + 1]}. Features are numbered from the most
 * frequent to the rarest, so that the weights used most lie together. The arrays belong to the
 * package and are not changed.
 */
final class TrainingData {

  final Labels labels;
  final int[] firstToken;
  final byte[] label;
  final int[] firstFeature;
  final int[] features;

  /** The key of each feature. */
  final long[] keys;

  TrainingData(
      Labels labels,
      int[] firstToken,
      byte[] label,
      int[] firstFeature,
      int[] features,
      long[] keys) {
    this.labels = labels;
    this.firstToken = firstToken;
    this.label = label;
    this.firstFeature = firstFeature;
    this.features = features;
    this.keys = keys;
  }

  /** The sequences of a range without some features; numbers of features and labels stay. */
  TrainingData part(int begin, int end, boolean[] leftOut) {
    int base = firstToken[begin];
    int count = firstToken[end] - base;
    int[] sequenceStarts = new int[end - begin + 1];
    for (int s = begin; s <= end; s++) {
      sequenceStarts[s - begin] = firstToken[s] - base;
    }
    int[] tokenStarts = new int[count + 1];
    int[] kept = new int[firstFeature[base + count] - firstFeature[base]];
    int size = 0;
    for (int t = 0; t < count; t++) {
      for (int i = firstFeature[base + t]; i < firstFeature[base + t + 1]; i++) {
        if (!leftOut[features[i]]) {
          kept[size++] = features[i];
        }
      }
      tokenStarts[t + 1] = size;
    }
    return new TrainingData(
        labels,
        sequenceStarts,
        Arrays.copyOfRange(label, base, base + count),
        tokenStarts,
        Arrays.copyOf(kept, size),
        keys);
  }

  int sequences() {
    return firstToken.length - 1;
  }

  int tokens() {
    return label.length;
  }
}
