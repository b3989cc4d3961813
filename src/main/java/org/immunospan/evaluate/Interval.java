package org.immunospan.evaluate;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A 95 % confidence interval by percentiles of resamples. Both ends are NaN when fewer than two
 * resamples define the figure.
 */
public record Interval(double low, double high) {

  static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

  /** The interval of a figure; resamples in which it is undefined are left out. */
  static Interval of(long[][] resamples, ToDoubleFunction<long[]> figure) {
    double[] values =
        Arrays.stream(resamples).mapToDouble(figure).filter(v -> !Double.isNaN(v)).toArray();
    if (values.length < 2) {
      return UNDEFINED;
    }
    Arrays.sort(values);
    return new Interval(percentile(values, 0.025), percentile(values, 0.975));
  }

  /** Linear between order statistics (type 7 of Hyndman and Fan, the default of R and NumPy). */
  private static double percentile(double[] sorted, double fraction) {
    double position = fraction * (sorted.length - 1);
    int below = (int) position;
    if (below + 1 >= sorted.length) {
      return sorted[below];
    }
    return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
  }
}
