package org.immunospan.crf;

import java.util.Arrays;

/**
 * The probabilities of labels in one sequence. With ψ_t(y) = exp(score of label y at t) and M(a, b)
 * = exp(weight of the transition), 0 where it is not allowed, the recursions are
 *
 * <pre>
 * α_0(y) = ψ_0(y)             α_t(b)     = ψ_t(b) Σ_a α_{t-1}(a) M(a, b)
 * β_{n-1}(y) = 1              β_{t-1}(a) = Σ_b M(a, b) ψ_t(b) β_t(b)
 * Z = Σ_y α_{n-1}(y)          P(y_t = y) = α_t(y) β_t(y) / Z
 * </pre>
 *
 * (Lafferty, McCallum and Pereira 2001, section 3; Sutton and McCallum 2012, section 4.1), where α
 * and β are scaled at every token so that α sums to 1 (Rabiner 1989, section V.A). Reusable, grows
 * as needed; not safe for use by several threads.
 */
public final class ForwardBackward {

  /** Lower scores, relative to the best of a token, count as this: exp of it is still a number. */
  private static final double LOWEST = -600;

  private final Labels labels;
  private final int size;
  private final double[] transition;
  private double[] psi = {};
  private double[] alpha = {};
  private double[] beta = {};
  private double[] scale = {};

  public ForwardBackward(Labels labels) {
    this.labels = labels;
    this.size = labels.size();
    this.transition = new double[size * size];
  }

  /** Sets M from the weights of transitions, {@code weights[from + a · L + b]}. */
  public void setTransitions(double[] weights, int from) {
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        int i = a * size + b;
        transition[i] = labels.mayFollow(a, b) ? Math.exp(weights[from + i]) : 0;
      }
    }
  }

  /**
   * Runs both recursions over tokens with {@code scores[t · L + y]}.
   *
   * @param length of the sequence, at least 1
   * @return log Z
   */
  public double run(double[] scores, int length) {
    double logZ = potentials(scores, length) + forward(length);
    backward(length);
    return logZ;
  }

  /** α, scaled; returns log of Z for these ψ. */
  private double forward(int length) {
    double logZ = 0;
    for (int t = 0; t < length; t++) {
      double sum = 0;
      for (int b = 0; b < size; b++) {
        double in = t == 0 ? 1 : 0;
        for (int a = 0; a < size && t > 0; a++) {
          in += alpha[(t - 1) * size + a] * transition[a * size + b];
        }
        alpha[t * size + b] = psi[t * size + b] * in;
        sum += alpha[t * size + b];
      }
      scale[t] = 1 / sum;
      logZ += Math.log(sum);
      for (int b = 0; b < size; b++) {
        alpha[t * size + b] *= scale[t];
      }
    }
    return logZ;
  }

  /** β, scaled like α. */
  private void backward(int length) {
    Arrays.fill(beta, (length - 1) * size, length * size, 1);
    for (int t = length - 1; t > 0; t--) {
      for (int a = 0; a < size; a++) {
        double out = 0;
        for (int b = 0; b < size; b++) {
          out += transition[a * size + b] * psi[t * size + b] * beta[t * size + b];
        }
        beta[(t - 1) * size + a] = out * scale[t];
      }
    }
  }

  /** ψ relative to the best label of each token, whose scores are added up and returned. */
  private double potentials(double[] scores, int length) {
    if (psi.length < length * size) {
      psi = new double[2 * length * size];
      alpha = new double[psi.length];
      beta = new double[psi.length];
      scale = new double[2 * length];
    }
    double sum = 0;
    for (int t = 0; t < length; t++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int y = 0; y < size; y++) {
        best = Math.max(best, scores[t * size + y]);
      }
      for (int y = 0; y < size; y++) {
        boolean allowed = (t > 0 || labels.mayBegin(y)) && (t < length - 1 || labels.mayEnd(y));
        int i = t * size + y;
        psi[i] = allowed ? Math.exp(Math.max(scores[i] - best, LOWEST)) : 0;
      }
      sum += best;
    }
    return sum;
  }

  /** P(y_t = label). */
  public double marginal(int t, int label) {
    return alpha[t * size + label] * beta[t * size + label];
  }

  /** P(y_{t-1} = a, y_t = b), for t from 1: α_{t-1}(a) M(a, b) ψ_t(b) β_t(b) / Z. */
  public double pair(int t, int a, int b) {
    return alpha[(t - 1) * size + a]
        * transition[a * size + b]
        * psi[t * size + b]
        * beta[t * size + b]
        * scale[t];
  }

  /** P(y_t = label) without what follows; the first factor of {@link #path}. */
  double begin(int t, int label) {
    return alpha[t * size + label];
  }

  /** What the labels a at t - 1 and b at t multiply {@link #path} by. */
  double step(int t, int a, int b) {
    return transition[a * size + b] * psi[t * size + b] * scale[t];
  }

  /** The last factor of {@link #path}. */
  double end(int t, int label) {
    return beta[t * size + label];
  }

  /** P(y_from … y_{to-1} = path), the probability of these labels at these tokens together. */
  public double path(int from, int to, int[] path) {
    double p = begin(from, path[from]);
    for (int t = from + 1; t < to; t++) {
      p *= step(t, path[t - 1], path[t]);
    }
    return p * end(to - 1, path[to - 1]);
  }
}
