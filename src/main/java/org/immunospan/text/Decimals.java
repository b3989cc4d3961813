package org.immunospan.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as text, the same in every locale. A figure that is undefined (NaN) is empty. */
public final class Decimals {

  private Decimals() {}

  /** Rounded from the exact binary value, as C and Python do; {@link String#format} does not. */
  public static String fixed(double value, int digits) {
    return Double.isNaN(value)
        ? ""
        : new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Four digits, as scores are given. */
  public static String score(double value) {
    return fixed(value, 4);
  }

  /** A count that may end in a half: {@code 12} or {@code 12.5}. */
  public static String count(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : fixed(value, 1);
  }
}
