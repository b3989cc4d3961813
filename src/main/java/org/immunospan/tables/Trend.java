package org.immunospan.tables;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A straight line through shares by year, fitted by least squares.
 *
 * @param slope change of the share in one year; NaN with fewer than two years
 * @param p two-sided, of the t test that the slope is 0; NaN with fewer than three years
 */
record Trend(double slope, double p) {

  /**
   * The line.
   *
   * @param years number of years
   * @param sx sum of the years
   * @param sxx sum of their squares
   * @param sy sum of the shares
   * @param syy sum of their squares
   * @param sxy sum of the products of year and share
   */
  static Trend of(long years, double sx, double sxx, double sy, double syy, double sxy) {
    double ofYears = sxx - sx * sx / years;
    double ofShares = Math.max(0, syy - sy * sy / years);
    double both = sxy - sx * sy / years;
    if (years < 2 || ofYears <= 0) {
      return new Trend(Double.NaN, Double.NaN);
    }
    double slope = both / ofYears;
    double residual = Math.max(0, ofShares - slope * both);
    if (years < 3) {
      return new Trend(slope, Double.NaN);
    }
    if (residual <= 1e-14 * ofShares) {
      return new Trend(slope, ofShares == 0 ? Double.NaN : 0);
    }
    double t = slope / Math.sqrt(residual / (years - 2) / ofYears);
    return new Trend(
        slope, 2 * TDistribution.of((double) years - 2).survivalProbability(Math.abs(t)));
  }
}
