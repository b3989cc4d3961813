package org.immunospan.train;

import java.util.Locale;

/**
 * Sentence ends counted: an end is right when the gold sentence ends at the same offset. A sum of
 * scores is micro-averaged.
 *
 * @param right ends in both
 * @param predicted ends found
 * @param gold ends wanted
 * @param certain of these, ends of a section, which nobody can miss
 */
public record BoundaryScore(long right, long predicted, long gold, long certain) {

  public static final BoundaryScore NONE = new BoundaryScore(0, 0, 0, 0);

  public BoundaryScore plus(BoundaryScore other) {
    return new BoundaryScore(
        right + other.right,
        predicted + other.predicted,
        gold + other.gold,
        certain + other.certain);
  }

  /** Without the ends of sections: the harder figure. */
  public BoundaryScore inside() {
    return new BoundaryScore(right - certain, predicted - certain, gold - certain, 0);
  }

  /** In [0, 1], or NaN when nothing was found. */
  public double precision() {
    return (double) right / predicted;
  }

  /** In [0, 1], or NaN when nothing was to be found. */
  public double recall() {
    return (double) right / gold;
  }

  /** In [0, 1], or NaN when there was neither. */
  public double f1() {
    return 2.0 * right / (predicted + gold);
  }

  /** One line of figures for people, with its end. */
  public String row(String name) {
    return String.format(
        Locale.ROOT, "%-7s P %.4f  R %.4f  F1 %.4f%n", name, precision(), recall(), f1());
  }
}
