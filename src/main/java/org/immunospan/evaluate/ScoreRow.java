package org.immunospan.evaluate;

import java.util.Optional;

/**
 * The figures of one type, of all types together (micro-averaged), or the mean over the types
 * (macro-averaged).
 *
 * @param score the counts; a mean of types has none
 */
public record ScoreRow(
    String label, Optional<Score> score, Estimate precision, Estimate recall, Estimate f1) {

  /** Label of the micro-averaged row. */
  public static final String ALL = "all";

  /** Label of the macro-averaged row. */
  public static final String MEAN = "mean of types";
}
