package org.immunospan.crf;

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
  private final long[] transition;
  private long[] best;
  private long[] next;
  private byte[] from = {};

  /**
   * @param weights of transitions, {@code [a · L + b]}
   */
  Viterbi(Labels labels, int[] weights) {
    this.labels = labels;
    this.size = labels.size();
    this.best = new long[size];
    this.next = new long[size];
    this.transition = new long[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        transition[a * size + b] = labels.mayFollow(a, b) ? weights[a * size + b] : FORBIDDEN;
      }
    }
  }

  /** Finds the best labels for {@code scores[t · L + y]} and puts them into {@code path}. */
  void run(int[] scores, int length, int[] path) {
    if (from.length < length * size) {
      from = new byte[2 * length * size];
    }
    for (int y = 0; y < size; y++) {
      best[y] = labels.mayBegin(y) ? scores[y] : FORBIDDEN;
    }
    for (int t = 1; t < length; t++) {
      for (int b = 0; b < size; b++) {
        int arg = 0;
        long max = best[0] + transition[b];
        for (int a = 1; a < size; a++) {
          long through = best[a] + transition[a * size + b];
          if (through > max) {
            max = through;
            arg = a;
          }
        }
        next[b] = Math.max(max, FORBIDDEN) + scores[t * size + b];
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
