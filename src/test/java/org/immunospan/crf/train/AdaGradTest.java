package org.immunospan.crf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.immunospan.crf.Chains;
import org.immunospan.crf.FeatureKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaGradTest {

  private static final String[] LABELS = {"gene-start", "gene-last", "gene-unit", "other"};

  @Test
  void learns_labels_that_a_feature_tells_apart() {
    TrainingData data = separable();
    Parameters parameters = new Parameters(data, 1);

    double[] weights = new AdaGrad(data, parameters, 0.1, 0.1, 0).run(10, 1, epoch -> {});

    for (int feature = 0; feature < data.keys.length; feature++) {
      int best = parameters.first[feature];
      for (int p = best; p < parameters.first[feature + 1]; p++) {
        best = weights[p] > weights[best] ? p : best;
      }
      String label = data.labels.name(parameters.label[best]);
      assertThat(data.keys[feature]).isEqualTo(FeatureKey.of("says " + label));
    }
  }

  @Test
  void gives_the_same_weights_for_the_same_seed_and_others_for_another() {
    TrainingData data = data(5, 40, 1);
    Parameters parameters = new Parameters(data, 1);

    double[] first = run(data, parameters, 1);

    assertThat(run(data, parameters, 1)).isEqualTo(first);
    assertThat(run(data, parameters, 2)).isNotEqualTo(first);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void with_noise_a_step_learns_some_features_and_keeps_the_others_as_they_were(long seed) {
    TrainingData data = eachFeatureOnce();
    Parameters parameters = new Parameters(data, 1);
    double[] given = new double[parameters.size];
    Arrays.fill(given, 0.25);
    AdaGrad adaGrad = new AdaGrad(data, parameters, 0, 0.1, 0.5);
    adaGrad.startFrom(given);

    double[] after = adaGrad.run(1, seed, epoch -> {});

    long unseen = 0;
    for (int p = 0; p < parameters.transitions; p++) {
      unseen += after[p] == 0.25 ? 1 : 0;
    }
    assertThat(unseen).isBetween(1L, parameters.transitions - 1L);
  }

  @Test
  void tells_of_every_epoch_in_turn() {
    TrainingData data = data(6, 5, 1);
    List<Integer> epochs = new ArrayList<>();

    new AdaGrad(data, new Parameters(data, 1), 1, 0.1, 0).run(4, 1, epochs::add);

    assertThat(epochs).containsExactly(1, 2, 3, 4);
  }

  /**
   * The first step is g / √(0.01 + g²), by which g is known; the likelihood is summed up plainly.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void the_first_step_follows_finite_differences(double l2) {
    TrainingData data = eachFeatureOnce();
    Parameters parameters = new Parameters(data, 1);
    double[] w = Chains.randoms(new Random(3), parameters.size);
    for (int p = 0; p < w.length; p++) {
      w[p] = (float) (w[p] / 4);
    }
    AdaGrad adaGrad = new AdaGrad(data, parameters, l2, 1, 0);
    adaGrad.startFrom(w);

    double[] after = adaGrad.run(1, 1, epoch -> {});

    double h = 1e-5;
    // How far transitions are drawn to zero is not part of this.
    for (int p = 0; p < (l2 == 0 ? w.length : parameters.transitions); p++) {
      double kept = w[p];
      w[p] = kept + h;
      double above = loss(data, parameters, w);
      w[p] = kept - h;
      double below = loss(data, parameters, w);
      w[p] = kept;
      double g = (above - below) / (2 * h) + l2 * kept;
      assertThat(after[p]).isCloseTo(kept - g / Math.sqrt(0.01 + g * g), within(1e-4));
    }
  }

  /** The negative logarithm of the likelihood of the one sequence, over all label sequences. */
  private static double loss(TrainingData data, Parameters parameters, double[] w) {
    int size = data.labels.size();
    double[] scores = new double[data.tokens() * size];
    int[] gold = new int[data.tokens()];
    for (int t = 0; t < gold.length; t++) {
      gold[t] = data.label[t];
      for (int i = data.firstFeature[t]; i < data.firstFeature[t + 1]; i++) {
        int feature = data.features[i];
        for (int p = parameters.first[feature]; p < parameters.first[feature + 1]; p++) {
          scores[t * size + parameters.label[p]] += w[p];
        }
      }
    }
    double[] transitions = Arrays.copyOfRange(w, parameters.transitions, w.length);
    double sum = 0;
    for (int[] path : Chains.paths(data.labels, gold.length)) {
      sum += Math.exp(Chains.score(scores, transitions, size, path));
    }
    return Math.log(sum) - Chains.score(scores, transitions, size, gold);
  }

  /** One sequence with all labels, two features for each token. */
  private static TrainingData eachFeatureOnce() {
    String[] labels = {"other", "gene-unit", "gene-start", "gene-cont", "gene-last", "other"};
    long[][] keys = new long[labels.length][];
    for (int t = 0; t < labels.length; t++) {
      keys[t] = new long[] {FeatureKey.of("a" + t), FeatureKey.of("b" + t)};
    }
    TrainingDataBuilder builder = new TrainingDataBuilder();
    builder.add(labels, keys);
    return builder.build(1);
  }

  private static double[] run(TrainingData data, Parameters parameters, long seed) {
    return new AdaGrad(data, parameters, 1, 0.1, 0).run(3, seed, epoch -> {});
  }

  /** Each token carries one feature, which says its label. */
  private static TrainingData separable() {
    TrainingDataBuilder builder = new TrainingDataBuilder();
    for (int i = 0; i < 20; i++) {
      String[] labels = {LABELS[3], LABELS[0], LABELS[1], LABELS[3], LABELS[2]};
      long[][] keys = new long[labels.length][];
      for (int t = 0; t < labels.length; t++) {
        keys[t] = new long[] {FeatureKey.of("says " + labels[t])};
      }
      builder.add(labels, keys);
    }
    return builder.build(1);
  }

  /**
   * Sequences of up to seven tokens with labels that may follow each other, and random features.
   */
  private static TrainingData data(long seed, int sequences, int cutoff) {
    Random random = new Random(seed);
    TrainingDataBuilder builder = new TrainingDataBuilder();
    for (int s = 0; s < sequences; s++) {
      int length = 1 + random.nextInt(7);
      List<int[]> paths = Chains.paths(Chains.BILOU, length);
      int[] path = paths.get(random.nextInt(paths.size()));
      String[] labels = new String[length];
      long[][] keys = new long[length][];
      for (int t = 0; t < length; t++) {
        labels[t] = Chains.BILOU.name(path[t]);
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
