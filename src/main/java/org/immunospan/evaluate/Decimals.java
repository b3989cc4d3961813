package org.immunospan.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as text: the same in every locale; undefined is empty. */
final class Decimals {

  private Decimals() {}

  /** Rounded from the exact binary value, as C and Python do; {@link String#format} does not. */
  static String fixed(double value, int digits) {
    return Double.isNaN(value)
        ? ""
        : new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Four digits, as scores are given. */
  static String score(double value) {
    return fixed(value, 4);
  }

  /** Like {@code [0.912, 0.934]}; empty when undefined. */
  static String interval(Interval interval) {
    return Double.isNaN(interval.low())
        ? ""
        : "[" + fixed(interval.low(), 3) + ", " + fixed(interval.high(), 3) + "]";
  }

  /** A count that may end in a half: {@code 12} or {@code 12.5}. */
  static String count(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : fixed(value, 1);
  }
}
