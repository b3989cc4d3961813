package org.immunospan.crf;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;

/**
 * Work cut into blocks that do not depend on the number of threads; sums are added up in the order
 * of the blocks. So any number of threads gives the same bits.
 */
final class Parallel implements AutoCloseable {

  private static final int BLOCK = 1 << 15;

  /** Work on the half-open range of indices. */
  interface Range {
    void run(int from, int to);
  }

  /** A sum over the half-open range of indices. */
  interface RangeSum {
    double of(int from, int to);
  }

  /** Work on one block. */
  interface Block {
    void run(int number);
  }

  private final ForkJoinPool pool;

  Parallel(int threads) {
    this.pool = new ForkJoinPool(threads);
  }

  /** Runs every block once, in any order. */
  void blocks(int count, Block block) {
    pool.invoke(ForkJoinTask.adapt(() -> IntStream.range(0, count).parallel().forEach(block::run)));
  }

  /** Runs over [0, n). */
  void ranges(int n, Range range) {
    blocks(blockCount(n), b -> range.run(b * BLOCK, end(b, n)));
  }

  /** Sums over [0, n). */
  double sum(int n, RangeSum part) {
    double[] parts = new double[blockCount(n)];
    blocks(parts.length, b -> parts[b] = part.of(b * BLOCK, end(b, n)));
    double sum = 0;
    for (double p : parts) {
      sum += p;
    }
    return sum;
  }

  private static int blockCount(int n) {
    return (int) (((long) n + BLOCK - 1) / BLOCK);
  }

  private static int end(int block, int n) {
    return (int) Math.min(n, (block + 1L) * BLOCK);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
