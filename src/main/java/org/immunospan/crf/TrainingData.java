package org.immunospan.crf;

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

  int sequences() {
    return firstToken.length - 1;
  }

  int tokens() {
    return label.length;
  }
}
