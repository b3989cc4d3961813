package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResamplingTest {

  private static CountTable table(int... counts) {
    CountTable table = new CountTable(1);
    Arrays.stream(counts).forEach(count -> table.add(new int[] {count}));
    return table;
  }

  @Test
  void resamples_are_the_same_for_the_same_seed() {
    CountTable table = table(1, 2, 3, 4, 5, 6, 7, 8);

    assertThat(table.resamples(50, 7)).isDeepEqualTo(table.resamples(50, 7));
    assertThat(Arrays.deepEquals(table.resamples(50, 7), table.resamples(50, 8))).isFalse();
    assertThat(table.sum()).containsExactly(36);
  }

  @Test
  void the_interval_of_a_mean_is_that_of_theory() {
    Random random = new Random(3);
    CountTable table = new CountTable(1);
    for (int i = 0; i < 400; i++) {
      table.add(new int[] {random.nextInt(10) < 3 ? 1 : 0});
    }
    double mean = table.sum()[0] / 400.0;
    double margin = 1.96 * Math.sqrt(mean * (1 - mean) / 400);

    Interval interval = Interval.of(table.resamples(4000, 1), sum -> sum[0] / 400.0);

    assertThat(interval.low()).isCloseTo(mean - margin, within(0.005));
    assertThat(interval.high()).isCloseTo(mean + margin, within(0.005));
  }

  @Test
  void percentiles_are_interpolated_and_undefined_resamples_left_out() {
    long[][] resamples = new long[102][];
    Arrays.setAll(resamples, i -> new long[] {i});

    Interval interval = Interval.of(resamples, s -> s[0] == 101 ? Double.NaN : s[0]);

    assertThat(interval).isEqualTo(new Interval(2.5, 97.5));
    assertThat(Interval.of(resamples, s -> Double.NaN).low()).isNaN();
    assertThat(Interval.of(resamples, s -> Double.NaN).low()).isNaN();
  }

  @Test
  void equal_systems_do_not_differ() {
    CountTable table = table(1, 0, 1, 1);

    assertThat(new Randomisation(table, table, 500, 1).pValue(s -> s[0])).isEqualTo(1);
  }

  @Test
  void the_p_value_is_that_of_all_exchanges() {
    // Ten documents, all in favour of one: only 2 of 1024 exchanges are as extreme.
    CountTable better = table(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    CountTable worse = table(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    // One document: every exchange is as extreme.
    CountTable one = table(5, 1);
    CountTable other = table(3, 1);

    assertThat(new Randomisation(better, worse, 50_000, 1).pValue(s -> s[0]))
        .isCloseTo(2.0 / 1024, within(0.0007));
    assertThat(new Randomisation(one, other, 500, 1).pValue(s -> s[0])).isEqualTo(1);
    assertThat(new Randomisation(one, other, 500, 1).pValue(s -> Double.NaN)).isNaN();
  }
}
