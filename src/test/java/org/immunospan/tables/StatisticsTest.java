package org.immunospan.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  /** Computed with exact fractions; they agree with R's fisher.test, alternative "greater". */
  @GoldenTable("tables/associations.tsv")
  void associations_are_as_computed_by_hand(Row row) {
    Association association =
        Association.of(number(row, "both"), number(row, "a"), number(row, "b"), number(row, "all"));

    assertThat(
            new double[] {
              Association.rounded(association.expected()),
              Association.rounded(association.pmi()),
              Association.rounded(association.logLikelihood()),
              Association.rounded(association.p()),
              Association.rounded(association.oddsRatio()),
              Association.rounded(association.low()),
              Association.rounded(association.high())
            })
        .containsExactly(
            new double[] {
              value(row, "expected"),
              value(row, "pmi"),
              value(row, "log_likelihood"),
              value(row, "p"),
              value(row, "odds_ratio"),
              value(row, "low"),
              value(row, "high")
            },
            within(0.0));
  }

  private static long number(Row row, String column) {
    return Long.parseLong(row.get(column));
  }

  private static double value(Row row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** R: {@code summary(lm(c(.1, .3, .2, .5, .4) ~ seq(5)))}. */
  @Test
  void a_slope_and_its_p_value_are_as_r_computes_them() {
    double[] shares = {0.1, 0.3, 0.2, 0.5, 0.4};
    Trend trend = trend(shares);

    assertThat(trend.slope()).isCloseTo(0.08, within(1e-12));
    assertThat(trend.p()).isCloseTo(0.104088038661824, within(1e-9));
  }

  @Test
  void few_years_or_no_change_have_no_p_value() {
    assertThat(trend(0.1).slope()).isNaN();
    assertThat(trend(0.1, 0.3).slope()).isCloseTo(0.2, within(1e-12));
    assertThat(trend(0.1, 0.3).p()).isNaN();
    assertThat(trend(0.5, 0.5, 0.5).slope()).isCloseTo(0, within(1e-12));
    assertThat(trend(0.5, 0.5, 0.5).p()).isNaN();
    assertThat(trend(0.1, 0.2, 0.3, 0.4).p()).isZero();
  }

  private static Trend trend(double... shares) {
    double[] sums = new double[5];
    for (int i = 0; i < shares.length; i++) {
      sums[0] += i;
      sums[1] += i * i;
      sums[2] += shares[i];
      sums[3] += shares[i] * shares[i];
      sums[4] += shares[i] * i;
    }
    return Trend.of(shares.length, sums[0], sums[1], sums[2], sums[3], sums[4]);
  }
}
