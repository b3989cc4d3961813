package org.immunospan.crf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LbfgsTest {

  private static final int N = 40;

  /** f(x) = Σ a_i (x_i - b_i)² / 2 with a_i from 1 to 40 and b_i from -2 to 2. */
  private static final Objective BOWL =
      new Objective() {
        @Override
        public int size() {
          return N;
        }

        @Override
        public double at(double[] x, double[] gradient) {
          double value = 0;
          for (int i = 0; i < N; i++) {
            gradient[i] = (i + 1) * (x[i] - goal(i));
            value += gradient[i] * (x[i] - goal(i)) / 2;
          }
          return value;
        }
      };

  private static double goal(int i) {
    return (i * 7 % N - N / 2) * 0.1;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 8})
  void finds_the_minimum_of_a_bowl_with_and_without_l1(double l1) throws IOException {
    double[] x = minimise(BOWL, l1, new State(N), 300, null).x;
    for (int i = 0; i < N; i++) {
      double shrunk = Math.max(0, Math.abs(goal(i)) - l1 / (i + 1));
      assertThat(x[i]).isCloseTo(Math.copySign(shrunk, goal(i)), within(1e-4));
      if (l1 > 0 && shrunk == 0) {
        assertThat(x[i]).isZero();
      }
    }
  }

  @Test
  void follows_a_bent_valley() throws IOException {
    Objective rosenbrock =
        new Objective() {
          @Override
          public int size() {
            return 2;
          }

          @Override
          public double at(double[] x, double[] gradient) {
            double a = 1 - x[0];
            double b = x[1] - x[0] * x[0];
            gradient[0] = -2 * a - 400 * x[0] * b;
            gradient[1] = 200 * b;
            return a * a + 100 * b * b;
          }
        };
    assertThat(minimise(rosenbrock, 0, new State(2), 200, null).x)
        .containsExactly(new double[] {1, 1}, within(1e-3));
  }

  @Test
  void goes_on_from_a_file_as_if_never_interrupted(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("checkpoint");
    double[] straight = minimise(BOWL, 0, new State(N), 14, null).x;
    minimise(BOWL, 0, new State(N), 9, file);
    double[] resumed = minimise(BOWL, 0, State.read(file, N), 14, null).x;
    assertThat(resumed).isEqualTo(straight);
  }

  @Test
  void refuses_a_checkpoint_of_another_problem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("checkpoint");
    minimise(BOWL, 0, new State(N), 2, file);
    assertThatThrownBy(() -> State.read(file, N + 1))
        .hasMessageContaining("found one of 40 weights, expected a checkpoint of 41 weights");
    Files.writeString(file, "something else");
    assertThatThrownBy(() -> State.read(file, N)).hasMessageContaining("found another file");
  }

  private static State minimise(
      Objective objective, double l1, State state, int iterations, Path checkpoint)
      throws IOException {
    try (Parallel parallel = new Parallel(2)) {
      new Lbfgs(objective, l1, iterations, 1e-12, parallel)
          .minimise(
              state,
              (now, norm) -> {
                if (checkpoint != null) {
                  now.write(checkpoint);
                }
              });
    }
    return state;
  }
}
