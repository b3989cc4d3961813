package org.immunospan.crf;

import java.util.stream.IntStream;

/**
 * The best labels of one sequence: δ_0(y) = s_0(y), δ_t(b) = s_t(b) + max_a (δ_{t-1}(a) + w(a, b)),
 * then back from the best end (Rabiner 1989, section III.B). Scores are whole numbers, so that no
 * rounding depends on the order in which features were summed; among equals the first label wins.
 * Reusable, grows as needed; not safe for use by several threads.
 */
final class Viterbi {

  private static final long FORBIDDEN = Long.MIN_VALUE / 4;

  private final Labels labels;
  private final int size;
  private final int[] transition;

  /** The labels that may stand before each label. */
  private final int[][] before;

  private long[] best;
  private long[] next;
  private byte[] from = {};

  /**
   * @param transition weights, {@code [a · L + b]}
   */
  Viterbi(Labels labels, int[] transition) {
    this.labels = labels;
    this.size = labels.size();
    this.best = new long[size];
    this.next = new long[size];
    this.transition = transition.clone();
    this.before = new int[size][];
    for (int b = 0; b < size; b++) {
      int label = b;
      before[b] = IntStream.range(0, size).filter(a -> labels.mayFollow(a, label)).toArray();
    }
  }

  /**
   * Finds the best labels for {@code scores[first + t · L + y]} and puts them into {@code path}.
   */
  void run(int[] scores, int first, int length, int[] path) {
    if (from.length < length * size) {
      from = new byte[2 * length * size];
    }
    for (int y = 0; y < size; y++) {
      best[y] = labels.mayBegin(y) ? scores[first + y] : FORBIDDEN;
    }
    for (int t = 1; t < length; t++) {
      for (int b = 0; b < size; b++) {
        int arg = 0;
        long max = FORBIDDEN;
        for (int a : before[b]) {
          long through = best[a] + transition[a * size + b];
          if (through > max) {
            max = through;
            arg = a;
          }
        }
        next[b] = max + scores[first + t * size + b];
        from[t * size + b] = (byte) arg;
      }
      long[] swap = best;
      best = next;
      next = swap;
    }
    int label = -1;
    for (int y = 0; y < size; y++) {
      if (labels.mayEnd(y) && (label < 0 || best[y] > best[label])) {
        label = y;
      }
    }
    for (int t = length - 1; t >= 0; t--) {
      path[t] = label;
      label = from[t * size + label];
    }
  }
}
