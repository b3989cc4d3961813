package org.immunospan.crf;

/**
 * A trained model: labels, weights of transitions, weights of features by key. Weights are whole
 * numbers of steps of {@link #step}. Kept sorted by fingerprint, as it is written; the table for
 * looking up is made of it. Immutable.
 */
public final class CrfModel {

  /**
   * Sorted, distinct fingerprints of features. Feature f has the weights {@code weights[first[f]]}
   * up to {@code first[f + 1]}, none of them 0, each for the label at the same place.
   */
  public static final class Features {
    final long[] fingerprints;
    final int[] first;
    final byte[] labels;
    final short[] weights;

    /** Takes the arrays as they are, without a copy. */
    public Features(long[] fingerprints, int[] first, byte[] labels, short[] weights) {
      this.fingerprints = fingerprints;
      this.first = first;
      this.labels = labels;
      this.weights = weights;
    }

    /** The number of features. */
    public int size() {
      return fingerprints.length;
    }
  }

  private final Labels labels;
  private final double step;
  private final int[] transitions;
  private final Features features;
  private final WeightTable table;

  public CrfModel(Labels labels, double step, int[] transitions, Features features) {
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

  public Labels labels() {
    return labels;
  }

  /** What a weight of 1 means. */
  public double step() {
    return step;
  }

  /** The weight of the transition from a to b at {@code a · L + b}. */
  public int[] transitions() {
    return transitions;
  }

  public Features features() {
    return features;
  }

  public WeightTable table() {
    return table;
  }
}
