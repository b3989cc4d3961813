package org.immunospan.crf;

import java.io.IOException;

/**
 * Minimises f(x) + C Σ|x_i| by limited-memory BFGS: the two-loop recursion over the last steps
 * (Nocedal and Wright 2006, algorithm 7.4) with a backtracking line search for the conditions of
 * Wolfe (ibid., 3.6); with C above 0 by its orthant-wise variant, which leaves many x_i exactly 0
 * (Andrew and Gao 2007). Deterministic for any number of threads.
 */
final class Lbfgs {

  /** Hears of each step taken. */
  interface Listener {
    /**
     * Called after a step.
     *
     * @param gradientNorm Euclidean, of the objective with its penalties
     */
    void step(State state, double gradientNorm) throws IOException;
  }

  /** Armijo's constant: how much of the decrease promised by the gradient must come true. */
  private static final double SUFFICIENT = 1e-4;

  /** Wolfe's constant: to what share the slope must have flattened. */
  private static final double CURVATURE = 0.9;

  private static final int LONGEST_SEARCH = 20;

  /** The decrease is judged over so many steps. */
  static final int PERIOD = 10;

  private final Objective objective;
  private final double l1;
  private final int iterations;
  private final double tolerance;
  private final Parallel parallel;

  /**
   * @param l1 the factor C, 0 for none
   * @param iterations at most
   * @param tolerance stops when the last ten steps together decreased the value by less than this
   *     share of it
   */
  Lbfgs(Objective objective, double l1, int iterations, double tolerance, Parallel parallel) {
    this.objective = objective;
    this.l1 = l1;
    this.iterations = iterations;
    this.tolerance = tolerance;
    this.parallel = parallel;
  }

  /** Goes on from the state until it has converged, and leaves the result in {@code state.x}. */
  void minimise(State state, Listener listener) throws IOException {
    int n = objective.size();
    double[] x = state.x;
    double[] gradient = new double[n];
    double[] nextX = new double[n];
    double[] nextGradient = new double[n];
    double[] slope = l1 > 0 ? new double[n] : gradient;
    double[] direction = new double[n];
    double value = objective.at(x, gradient) + penalty(x);
    while (state.iteration < iterations && !converged(state)) {
      slope = slopeAt(x, gradient, slope);
      descend(state, slope, direction);
      double step = state.iteration == 0 ? 1 / norm(slope) : 1;
      double nextValue = search(x, value, slope, direction, step, nextX, nextGradient);
      if (Double.isNaN(nextValue)) {
        break;
      }
      state.remember(x, nextX, gradient, nextGradient, parallel);
      System.arraycopy(nextX, 0, x, 0, n);
      double[] swap = gradient;
      gradient = nextGradient;
      nextGradient = swap;
      value = nextValue;
      state.record(value);
      listener.step(state, norm(slopeAt(x, gradient, slope)));
    }
  }

  private boolean converged(State state) {
    double now = state.value(0);
    double before = state.value(PERIOD);
    return state.iteration >= PERIOD && before - now < tolerance * Math.abs(now);
  }

  /** -H ∇f by the two-loop recursion over the steps remembered. */
  private void descend(State state, double[] slope, double[] direction) {
    parallel.ranges(
        slope.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            direction[i] = -slope[i];
          }
        });
    double[] factor = new double[state.remembered()];
    for (int k = state.remembered() - 1; k >= 0; k--) {
      factor[k] = dot(direction, state.s(k)) / state.curvature(k);
      add(direction, -factor[k], state.y(k));
    }
    if (factor.length > 0) {
      scale(direction, state.scale());
    }
    for (int k = 0; k < factor.length; k++) {
      double back = dot(direction, state.y(k)) / state.curvature(k);
      add(direction, factor[k] - back, state.s(k));
    }
    if (l1 > 0) {
      parallel.ranges(
          slope.length,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              if (direction[i] * slope[i] >= 0) {
                direction[i] = 0;
              }
            }
          });
    }
  }

  /** Tries steps until one satisfies the conditions; NaN if none does. */
  private double search(
      double[] x,
      double value,
      double[] slope,
      double[] direction,
      double firstStep,
      double[] nextX,
      double[] nextGradient) {
    double promised = dot(slope, direction);
    double step = firstStep;
    double shortest = 0;
    double longest = Double.POSITIVE_INFINITY;
    for (int trial = 0; trial < LONGEST_SEARCH && promised < 0; trial++) {
      move(x, slope, step, direction, nextX);
      double next = objective.at(nextX, nextGradient) + penalty(nextX);
      double decrease = l1 > 0 ? dot(slope, x, nextX) : step * promised;
      if (!(next <= value + SUFFICIENT * decrease)) {
        longest = step;
      } else if (l1 == 0 && dot(nextGradient, direction) < CURVATURE * promised) {
        shortest = step;
      } else {
        return next;
      }
      step = longest == Double.POSITIVE_INFINITY ? 2 * step : (shortest + longest) / 2;
    }
    return Double.NaN;
  }

  /** x + step · direction; with L1 a variable that would change its sign stops at 0. */
  private void move(double[] x, double[] slope, double step, double[] direction, double[] nextX) {
    parallel.ranges(
        x.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            nextX[i] = x[i] + step * direction[i];
            double orthant = x[i] != 0 ? x[i] : -slope[i];
            if (l1 > 0 && nextX[i] * orthant <= 0) {
              nextX[i] = 0;
            }
          }
        });
  }

  /** The gradient, or with L1 the pseudo-gradient, whose negative is the steepest way down. */
  private double[] slopeAt(double[] x, double[] gradient, double[] slope) {
    if (l1 == 0) {
      return gradient;
    }
    parallel.ranges(
        x.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            double right = gradient[i] + (x[i] < 0 ? -l1 : l1);
            double left = gradient[i] + (x[i] > 0 ? l1 : -l1);
            slope[i] = left > 0 ? left : Math.min(right, 0);
          }
        });
    return slope;
  }

  private double penalty(double[] x) {
    return l1 == 0
        ? 0
        : l1
            * parallel.sum(
                x.length,
                (from, to) -> {
                  double sum = 0;
                  for (int i = from; i < to; i++) {
                    sum += Math.abs(x[i]);
                  }
                  return sum;
                });
  }

  private double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private double dot(double[] a, double[] b) {
    return parallel.sum(
        a.length,
        (from, to) -> {
          double sum = 0;
          for (int i = from; i < to; i++) {
            sum += a[i] * b[i];
          }
          return sum;
        });
  }

  private double dot(double[] a, float[] b) {
    return parallel.sum(
        a.length,
        (from, to) -> {
          double sum = 0;
          for (int i = from; i < to; i++) {
            sum += a[i] * b[i];
          }
          return sum;
        });
  }

  /** a · (next - x). */
  private double dot(double[] a, double[] x, double[] next) {
    return parallel.sum(
        a.length,
        (from, to) -> {
          double sum = 0;
          for (int i = from; i < to; i++) {
            sum += a[i] * (next[i] - x[i]);
          }
          return sum;
        });
  }

  private void add(double[] a, double factor, float[] b) {
    parallel.ranges(
        a.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            a[i] += factor * b[i];
          }
        });
  }

  private void scale(double[] a, double factor) {
    parallel.ranges(
        a.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            a[i] *= factor;
          }
        });
  }
}
