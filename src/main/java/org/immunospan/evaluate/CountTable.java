package org.immunospan.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One row of counts per document, in the order of the documents. Scores are functions of the sum of
 * all rows; their intervals, of sums over rows drawn at random. Filled by one thread, then read by
 * any.
 */
final class CountTable {

  private final int width;
  private int[] counts;
  private int rows;

  CountTable(int width) {
    this.width = width;
    this.counts = new int[width * 64];
  }

  int width() {
    return width;
  }

  int rows() {
    return rows;
  }

  void add(int[] row) {
    if ((rows + 1) * width > counts.length) {
      counts = Arrays.copyOf(counts, counts.length * 2);
    }
    System.arraycopy(row, 0, counts, rows * width, width);
    rows++;
  }

  int get(int row, int column) {
    return counts[row * width + column];
  }

  long[] sum() {
    long[] sum = new long[width];
    for (int row = 0; row < rows; row++) {
      addTo(sum, row);
    }
    return sum;
  }

  /**
   * Sums over as many rows as there are, drawn with replacement (Efron's bootstrap). Each resample
   * has a generator of its own, so the result does not depend on the number of threads.
   */
  long[][] resamples(int number, long seed) {
    long[][] sums = new long[number][];
    SplittableRandom root = new SplittableRandom(seed);
    SplittableRandom[] generators = new SplittableRandom[number];
    Arrays.setAll(generators, i -> root.split());
    IntStream.range(0, number)
        .parallel()
        .forEach(
            i -> {
              SplittableRandom random = generators[i];
              long[] sum = new long[width];
              for (int draw = 0; draw < rows; draw++) {
                addTo(sum, random.nextInt(rows));
              }
              sums[i] = sum;
            });
    return sums;
  }

  private void addTo(long[] sum, int row) {
    int at = row * width;
    for (int column = 0; column < width; column++) {
      sum[column] += counts[at + column];
    }
  }
}
