package org.immunospan.crf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardBackwardTest {

  private static final Labels LABELS = Chains.BILOU;
  private static final int SIZE = LABELS.size();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7})
  void equals_the_sum_over_all_label_sequences(int length) {
    Random random = new Random(length);
    ForwardBackward lattice = new ForwardBackward(LABELS);
    for (int round = 0; round < 20; round++) {
      double[] scores = Chains.randoms(random, length * SIZE);
      double[] transitions = Chains.randoms(random, SIZE * SIZE);
      List<int[]> paths = Chains.paths(LABELS, length);
      double z =
          paths.stream()
              .mapToDouble(p -> Math.exp(Chains.score(scores, transitions, SIZE, p)))
              .sum();
      lattice.setTransitions(transitions, 0);
      assertThat(lattice.run(scores, length)).isCloseTo(Math.log(z), within(1e-9));

      double[] marginals = new double[length * SIZE];
      double[] pairs = new double[length * SIZE * SIZE];
      for (int[] path : paths) {
        double p = Math.exp(Chains.score(scores, transitions, SIZE, path)) / z;
        for (int t = 0; t < length; t++) {
          marginals[t * SIZE + path[t]] += p;
          if (t > 0) {
            pairs[(t * SIZE + path[t - 1]) * SIZE + path[t]] += p;
          }
        }
      }
      for (int t = 0; t < length; t++) {
        for (int b = 0; b < SIZE; b++) {
          assertThat(lattice.marginal(t, b)).isCloseTo(marginals[t * SIZE + b], within(1e-12));
          for (int a = 0; a < SIZE && t > 0; a++) {
            assertThat(lattice.pair(t, a, b))
                .isCloseTo(pairs[(t * SIZE + a) * SIZE + b], within(1e-12));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6})
  void the_probability_of_a_stretch_sums_all_sequences_with_it(int length) {
    Random random = new Random(length);
    double[] scores = Chains.randoms(random, length * SIZE);
    double[] transitions = Chains.randoms(random, SIZE * SIZE);
    ForwardBackward lattice = new ForwardBackward(LABELS);
    lattice.setTransitions(transitions, 0);
    double logZ = lattice.run(scores, length);
    List<int[]> paths = Chains.paths(LABELS, length);
    int[] path = paths.get(random.nextInt(paths.size()));
    for (int from = 0; from < length; from++) {
      for (int to = from + 1; to <= length; to++) {
        int begin = from;
        int end = to;
        double expected =
            paths.stream()
                .filter(p -> Arrays.equals(p, begin, end, path, begin, end))
                .mapToDouble(p -> Math.exp(Chains.score(scores, transitions, SIZE, p) - logZ))
                .sum();
        assertThat(lattice.path(from, to, path)).isCloseTo(expected, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e5})
  void stays_finite_for_extreme_scores(double factor) {
    double[] scores = Chains.randoms(new Random(3), 40 * SIZE);
    for (int i = 0; i < scores.length; i++) {
      scores[i] *= factor;
    }
    ForwardBackward lattice = new ForwardBackward(LABELS);
    lattice.setTransitions(new double[SIZE * SIZE], 0);
    assertThat(lattice.run(scores, 40)).isFinite();
    for (int t = 0; t < 40; t++) {
      double sum = 0;
      for (int y = 0; y < SIZE; y++) {
        sum += lattice.marginal(t, y);
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }
}
