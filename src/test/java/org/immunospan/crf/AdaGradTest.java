package org.immunospan.crf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdaGradTest {

  private static final String[] LABELS = {"gene-start", "gene-last", "gene-unit", "other"};

  @Test
  void learns_labels_that_a_feature_tells_apart() {
    TrainingData data = separable();
    Parameters parameters = new Parameters(data, 1);

    double[] weights = new AdaGrad(data, parameters, 0.1, 0.1).run(10, 1, epoch -> {});

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
    TrainingData data = Chains.data(5, 40, 1);
    Parameters parameters = new Parameters(data, 1);

    double[] first = run(data, parameters, 1);

    assertThat(run(data, parameters, 1)).isEqualTo(first);
    assertThat(run(data, parameters, 2)).isNotEqualTo(first);
  }

  @Test
  void tells_of_every_epoch_in_turn() {
    TrainingData data = Chains.data(6, 5, 1);
    List<Integer> epochs = new ArrayList<>();

    new AdaGrad(data, new Parameters(data, 1), 1, 0.1).run(4, 1, epochs::add);

    assertThat(epochs).containsExactly(1, 2, 3, 4);
  }

  private static double[] run(TrainingData data, Parameters parameters, long seed) {
    return new AdaGrad(data, parameters, 1, 0.1).run(3, seed, epoch -> {});
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
}
