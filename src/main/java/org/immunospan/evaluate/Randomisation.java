package org.immunospan.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The paired approximate randomisation test (Noreen 1989; for F1 see Yeh 2000): if two systems were
 * equally good, exchanging their results on a random half of the documents would change nothing but
 * chance. The p value is the share of rounds in which the absolute difference of a figure is at
 * least the one observed, counting the observed one as a round.
 */
final class Randomisation {

  /** Rounding must not turn an equal difference into a smaller one. */
  private static final double TOLERANCE = 1e-12;

  private final long[] sumA;
  private final long[] sumB;
  private final long[][] exchangedA;
  private final long[][] exchangedB;

  Randomisation(CountTable a, CountTable b, int rounds, long seed) {
    if (a.rows() != b.rows() || a.width() != b.width()) {
      throw new IllegalArgumentException("the two systems were not scored on the same documents");
    }
    sumA = a.sum();
    sumB = b.sum();
    int[] rows = IntStream.range(0, a.rows()).filter(row -> differs(a, b, row)).toArray();
    exchangedA = new long[rounds][];
    exchangedB = new long[rounds][];
    SplittableRandom root = new SplittableRandom(seed);
    SplittableRandom[] generators = new SplittableRandom[rounds];
    Arrays.setAll(generators, i -> root.split());
    IntStream.range(0, rounds)
        .parallel()
        .forEach(round -> exchange(a, b, rows, generators[round], round));
  }

  private void exchange(
      CountTable a, CountTable b, int[] rows, SplittableRandom random, int round) {
    long[] newA = sumA.clone();
    long[] newB = sumB.clone();
    long bits = 0;
    for (int i = 0; i < rows.length; i++) {
      if ((i & 63) == 0) {
        bits = random.nextLong();
      }
      if ((bits & 1) != 0) {
        for (int column = 0; column < newA.length; column++) {
          int difference = b.get(rows[i], column) - a.get(rows[i], column);
          newA[column] += difference;
          newB[column] -= difference;
        }
      }
      bits >>>= 1;
    }
    exchangedA[round] = newA;
    exchangedB[round] = newB;
  }

  private static boolean differs(CountTable a, CountTable b, int row) {
    for (int column = 0; column < a.width(); column++) {
      if (a.get(row, column) != b.get(row, column)) {
        return true;
      }
    }
    return false;
  }

  /** In (0, 1]; NaN when the figure is undefined for one of the two. */
  double pValue(ToDoubleFunction<long[]> figure) {
    double observed = Math.abs(figure.applyAsDouble(sumA) - figure.applyAsDouble(sumB));
    if (Double.isNaN(observed)) {
      return Double.NaN;
    }
    int atLeast = 1;
    for (int round = 0; round < exchangedA.length; round++) {
      double difference =
          Math.abs(
              figure.applyAsDouble(exchangedA[round]) - figure.applyAsDouble(exchangedB[round]));
      // A figure that a shuffle leaves undefined speaks for chance.
      if (Double.isNaN(difference) || difference >= observed - TOLERANCE) {
        atLeast++;
      }
    }
    return (double) atLeast / (exchangedA.length + 1);
  }
}
