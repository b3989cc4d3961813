package org.immunospan.crf;

import java.util.Arrays;

/**
 * The negative log-likelihood of the training data with an L2 penalty,
 *
 * <pre>
 * f(w) = Σ_sequences (log Z(x) - score(x, y)) + λ/2 Σ_p w_p²
 * ∂f/∂w_p = Σ_tokens that carry p's feature (P(y_t = p's label | x) - [y_t = p's label]) + λ w_p
 * </pre>
 *
 * and likewise for transitions (Lafferty et al. 2001, section 3; Sutton and McCallum 2012, section
 * 5.1). Marginals are computed sequence by sequence and kept; the gradient then walks over
 * features, each with the list of its tokens. So no thread writes where another does, no copy of
 * the gradient is needed, and any number of threads gives the same bits.
 */
final class LogLikelihood implements Objective {

  /** Sequences that are worked on together; their sums are added up in order. */
  private static final int SEQUENCES_A_BLOCK = 128;

  private static final int FEATURES_A_BLOCK = 1 << 13;

  private final TrainingData data;
  private final Parameters parameters;
  private final double l2;
  private final Parallel parallel;
  private final int size;

  /** Tokens that carry feature f: {@code tokensOf[firstTokenOf[f]]} up to the next, rising. */
  private final int[] firstTokenOf;

  private final int[] tokensOf;

  /** P(y_t = y) - [y_t = y] of all tokens. */
  private final float[] excess;

  LogLikelihood(TrainingData data, Parameters parameters, double l2, Parallel parallel) {
    this.data = data;
    this.parameters = parameters;
    this.l2 = l2;
    this.parallel = parallel;
    this.size = data.labels.size();
    this.excess = new float[data.tokens() * size];
    this.firstTokenOf = new int[data.keys.length + 1];
    this.tokensOf = new int[data.features.length];
    invert();
  }

  private void invert() {
    for (int feature : data.features) {
      firstTokenOf[feature + 1]++;
    }
    for (int f = 0; f < data.keys.length; f++) {
      firstTokenOf[f + 1] += firstTokenOf[f];
    }
    int[] end = Arrays.copyOf(firstTokenOf, data.keys.length);
    for (int t = 0; t < data.tokens(); t++) {
      for (int i = data.firstFeature[t]; i < data.firstFeature[t + 1]; i++) {
        tokensOf[end[data.features[i]]++] = t;
      }
    }
  }

  @Override
  public int size() {
    return parameters.size;
  }

  @Override
  public double at(double[] w, double[] gradient) {
    int blocks = (data.sequences() + SEQUENCES_A_BLOCK - 1) / SEQUENCES_A_BLOCK;
    double[] losses = new double[blocks];
    double[][] transitions = new double[blocks][size * size];
    parallel.blocks(blocks, b -> losses[b] = marginals(w, b, transitions[b]));
    parallel.blocks(
        (data.keys.length + FEATURES_A_BLOCK - 1) / FEATURES_A_BLOCK, b -> gradient(gradient, b));
    Arrays.fill(gradient, parameters.transitions, parameters.size, 0);
    double value = 0;
    for (int b = 0; b < blocks; b++) {
      value += losses[b];
      for (int i = 0; i < size * size; i++) {
        gradient[parameters.transitions + i] += transitions[b][i];
      }
    }
    parallel.ranges(w.length, (from, to) -> addPenalty(w, gradient, from, to));
    return value + l2 / 2 * parallel.sum(w.length, (from, to) -> squares(w, from, to));
  }

  /** The loss of one block of sequences; keeps the excess of tokens, adds that of transitions. */
  private double marginals(double[] w, int block, double[] transitions) {
    ForwardBackward lattice = new ForwardBackward(data.labels);
    lattice.setTransitions(w, parameters.transitions);
    double[] scores = {};
    double loss = 0;
    int last = Math.min(data.sequences(), (block + 1) * SEQUENCES_A_BLOCK);
    for (int s = block * SEQUENCES_A_BLOCK; s < last; s++) {
      int begin = data.firstToken[s];
      int length = data.firstToken[s + 1] - begin;
      if (scores.length < length * size) {
        scores = new double[2 * length * size];
      }
      score(w, begin, length, scores);
      loss += lattice.run(scores, length);
      for (int t = 0; t < length; t++) {
        int y = data.label[begin + t];
        loss -= scores[t * size + y];
        for (int b = 0; b < size; b++) {
          excess[(begin + t) * size + b] = (float) (lattice.marginal(t, b) - (b == y ? 1 : 0));
          for (int a = 0; a < size && t > 0; a++) {
            transitions[a * size + b] += lattice.pair(t, a, b);
          }
        }
        if (t > 0) {
          int transition = data.label[begin + t - 1] * size + y;
          loss -= w[parameters.transitions + transition];
          transitions[transition]--;
        }
      }
    }
    return loss;
  }

  /** The sum of the weights of each token's features, for each label. */
  private void score(double[] w, int begin, int length, double[] scores) {
    Arrays.fill(scores, 0, length * size, 0);
    for (int t = 0; t < length; t++) {
      int end = data.firstFeature[begin + t + 1];
      for (int i = data.firstFeature[begin + t]; i < end; i++) {
        int feature = data.features[i];
        for (int p = parameters.first[feature]; p < parameters.first[feature + 1]; p++) {
          scores[t * size + parameters.label[p]] += w[p];
        }
      }
    }
  }

  /** The gradient of one block of features, without the penalty. */
  private void gradient(double[] gradient, int block) {
    int last = Math.min(data.keys.length, (block + 1) * FEATURES_A_BLOCK);
    double[] sums = new double[size];
    for (int f = block * FEATURES_A_BLOCK; f < last; f++) {
      Arrays.fill(sums, 0);
      for (int i = firstTokenOf[f]; i < firstTokenOf[f + 1]; i++) {
        for (int y = 0, e = tokensOf[i] * size; y < size; y++, e++) {
          sums[y] += excess[e];
        }
      }
      for (int p = parameters.first[f]; p < parameters.first[f + 1]; p++) {
        gradient[p] = sums[parameters.label[p]];
      }
    }
  }

  private void addPenalty(double[] w, double[] gradient, int from, int to) {
    for (int p = from; p < to; p++) {
      gradient[p] += l2 * w[p];
    }
  }

  private static double squares(double[] w, int from, int to) {
    double sum = 0;
    for (int p = from; p < to; p++) {
      sum += w[p] * w[p];
    }
    return sum;
  }
}
