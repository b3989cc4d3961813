package org.immunospan.report;

import org.immunospan.evaluate.Interval;
import org.immunospan.text.Decimals;

/** Confidence intervals as text. */
final class Intervals {

  private Intervals() {}

  /** Like {@code [0.912, 0.934]}; empty when undefined. */
  static String text(Interval interval) {
    return Double.isNaN(interval.low())
        ? ""
        : "[" + Decimals.fixed(interval.low(), 3) + ", " + Decimals.fixed(interval.high(), 3) + "]";
  }
}
