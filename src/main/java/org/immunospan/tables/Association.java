package org.immunospan.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How much more often two concepts share a document than chance would have it: the statistics of a
 * table of two by two. Logarithms are natural unless said otherwise.
 *
 * @param expected documents that independent concepts would share
 * @param pmi pointwise mutual information in bits (Church and Hanks 1990)
 * @param logLikelihood Dunning's log-likelihood ratio G² (1993)
 * @param p of Fisher's exact test, one-sided: the probability that independent concepts share at
 *     least as many documents
 * @param oddsRatio with a half added to every cell (Haldane 1956, Anscombe 1956) where one is empty
 * @param low lower end of the 95 % interval of the odds ratio (Woolf 1955)
 * @param high upper end of it
 */
record Association(
    double expected,
    double pmi,
    double logLikelihood,
    double p,
    double oddsRatio,
    double low,
    double high) {

  private static final double NORMAL_97_5 = 1.959963984540054;

  /** Terms smaller than this share of the sum change no digit of it. */
  private static final double NEGLIGIBLE = 1e-17;

  /**
   * The statistics of two concepts.
   *
   * @param both documents with both, at least 1
   * @param a documents with the first
   * @param b documents with the second
   * @param all documents
   */
  static Association of(long both, long a, long b, long all) {
    double expected = (double) a * b / all;
    long[] cells = {both, a - both, b - both, all - a - b + both};
    double[] means = {
      expected,
      (double) a * (all - b) / all,
      (double) b * (all - a) / all,
      (double) (all - a) * (all - b) / all
    };
    double likelihood = 0;
    for (int i = 0; i < cells.length; i++) {
      likelihood += cells[i] == 0 ? 0 : 2 * cells[i] * Math.log(cells[i] / means[i]);
    }
    double add = cells[0] == 0 || cells[1] == 0 || cells[2] == 0 || cells[3] == 0 ? 0.5 : 0;
    double odds =
        Math.log(cells[0] + add)
            + Math.log(cells[3] + add)
            - Math.log(cells[1] + add)
            - Math.log(cells[2] + add);
    double error = 0;
    for (long cell : cells) {
      error += 1 / (cell + add);
    }
    double width = NORMAL_97_5 * Math.sqrt(error);
    return new Association(
        expected,
        Math.log(both / expected) / Math.log(2),
        Math.max(0, likelihood),
        atLeast(both, a, b, all),
        Math.exp(odds),
        Math.exp(odds - width),
        Math.exp(odds + width));
  }

  /**
   * The tail of the hypergeometric distribution, from its first term by the ratio of neighbours.
   * The terms are those beyond the mean, where they soon vanish: of the other tail where fewer
   * documents are shared than expected.
   */
  private static double atLeast(long both, long a, long b, long all) {
    HypergeometricDistribution distribution =
        HypergeometricDistribution.of((int) all, (int) a, (int) b);
    if (both > (double) a * b / all) {
      double term = distribution.probability((int) both);
      double sum = term;
      for (long k = both; k < Math.min(a, b) && term > NEGLIGIBLE * sum; k++) {
        term *= (double) (a - k) * (b - k) / ((double) (k + 1) * (all - a - b + k + 1));
        sum += term;
      }
      return Math.min(1, sum);
    }
    double term = distribution.probability((int) both - 1);
    double sum = term;
    for (long k = both - 1; k > 0 && term > NEGLIGIBLE * sum; k--) {
      term *= (double) k * (all - a - b + k) / ((double) (a - k + 1) * (b - k + 1));
      sum += term;
    }
    return Math.max(0, 1 - sum);
  }

  /** A figure with six digits, so that tables are short and the same on every machine. */
  static double rounded(double value) {
    return Double.isNaN(value) || Double.isInfinite(value)
        ? value
        : new BigDecimal(value).round(new MathContext(6)).doubleValue();
  }
}
