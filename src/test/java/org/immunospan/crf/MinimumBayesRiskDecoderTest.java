package org.immunospan.crf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumBayesRiskDecoderTest {

  private static final Labels LABELS =
      new Labels(
          List.of("other", "a-start", "a-cont", "a-last", "a-unit", "b-start", "b-last", "b-unit"));
  private static final int LENGTH = 6;
  private static final double FOR_SOME_NAME = 0.5;
  private static final double COST = 0.6;

  private static ForwardBackward lattice(long seed) {
    Random random = new Random(seed);
    double[] scores = new double[LENGTH * LABELS.size()];
    Arrays.setAll(scores, i -> 2 * random.nextGaussian());
    double[] transitions = new double[LABELS.size() * LABELS.size()];
    Arrays.setAll(transitions, i -> random.nextGaussian());
    ForwardBackward lattice = new ForwardBackward(LABELS);
    lattice.setTransitions(transitions, 0);
    lattice.run(scores, LENGTH);
    return lattice;
  }

  /** All allowed sequences of labels. */
  private static void sequences(int[] path, int t, List<int[]> all) {
    if (t == path.length) {
      if (LABELS.mayEnd(path[t - 1])) {
        all.add(path.clone());
      }
      return;
    }
    for (int y = 0; y < LABELS.size(); y++) {
      if (t == 0 ? LABELS.mayBegin(y) : LABELS.mayFollow(path[t - 1], y)) {
        path[t] = y;
        sequences(path, t + 1, all);
      }
    }
  }

  private static double utility(int[] path, ForwardBackward lattice) {
    double sum = 0;
    int begin = -1;
    double some = 0;
    for (int t = 0; t < path.length; t++) {
      String label = LABELS.name(path[t]);
      boolean begins = label.endsWith("-start") || label.endsWith("-unit");
      begin = begins ? t : begin;
      some = Math.max(begins ? 0 : some, 1 - lattice.marginal(t, 0));
      if (label.endsWith("-last") || label.endsWith("-unit")) {
        sum += lattice.path(begin, t + 1, path) + FOR_SOME_NAME * some - COST;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void no_other_names_have_a_greater_expected_utility(long seed) {
    ForwardBackward lattice = lattice(seed);
    List<int[]> all = new ArrayList<>();
    sequences(new int[LENGTH], 0, all);
    double greatest = all.stream().mapToDouble(path -> utility(path, lattice)).max().orElseThrow();
    int[] chosen = new int[LENGTH];

    MinimumBayesRiskDecoder.of(LABELS, SpanUtility.DEFAULT).run(lattice, LENGTH, chosen);

    assertThat(all).anyMatch(path -> Arrays.equals(path, chosen));
    assertThat(utility(chosen, lattice)).isCloseTo(greatest, within(1e-9));
  }

  @Test
  void is_for_labels_of_names_alone() {
    assertThat(MinimumBayesRiskDecoder.of(new Labels(List.of("NN", "VB")), SpanUtility.DEFAULT))
        .isNull();
    assertThat(
            MinimumBayesRiskDecoder.of(
                new Labels(List.of("a-start", "a-cont", "other")), SpanUtility.DEFAULT))
        .isNull();
  }
}
