package org.immunospan.crf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLikelihoodTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 1", "2, 1000000"})
  void gradient_equals_finite_differences(double l2, int allLabelsFrom) {
    TrainingData data = Chains.data(1, 30, 1);
    Parameters parameters = new Parameters(data, allLabelsFrom);
    try (Parallel parallel = new Parallel(2)) {
      Objective objective = new LogLikelihood(data, parameters, l2, parallel);
      double[] w = Chains.randoms(new Random(2), objective.size());
      double[] gradient = new double[w.length];
      double[] ignored = new double[w.length];
      objective.at(w, gradient);
      double h = 1e-5;
      for (int p = 0; p < w.length; p++) {
        double kept = w[p];
        w[p] = kept + h;
        double above = objective.at(w, ignored);
        w[p] = kept - h;
        double below = objective.at(w, ignored);
        w[p] = kept;
        assertThat(gradient[p]).isCloseTo((above - below) / (2 * h), within(1e-5));
      }
    }
  }

  @Test
  void any_number_of_threads_gives_the_same_bits() {
    TrainingData data = Chains.data(5, 700, 1);
    Parameters parameters = new Parameters(data, 10);
    double[] w = Chains.randoms(new Random(2), parameters.size);
    double[][] gradients = new double[3][parameters.size];
    double[] values = new double[3];
    for (int threads = 1; threads <= 3; threads++) {
      try (Parallel parallel = new Parallel(threads)) {
        values[threads - 1] =
            new LogLikelihood(data, parameters, 1, parallel).at(w, gradients[threads - 1]);
      }
    }
    assertThat(values).containsOnly(values[0]);
    assertThat(gradients[1]).isEqualTo(gradients[0]);
    assertThat(gradients[2]).isEqualTo(gradients[0]);
  }
}
