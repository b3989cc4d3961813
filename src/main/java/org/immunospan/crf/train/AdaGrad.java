package org.immunospan.crf.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.immunospan.crf.ForwardBackward;

/**
 * Maximises the likelihood sequence by sequence: every weight has a step of its own, which shrinks
 * with the squares of the gradients it has seen (Duchi, Hazan and Singer 2011), and the weights of
 * the later epochs are averaged (Polyak and Juditsky 1992):
 *
 * <pre>
 * g_p = Σ_tokens of the sequence (P(y_t = y | x) - [y_t = y]) + λ w_p · (occurrences here / occurrences in all)
 * G_p = G_p + g_p²,   w_p = w_p - η g_p / √G_p
 * </pre>
 *
 * <p>A dozen epochs suffice. It uses one thread, so that the same data and seed give the same
 * weights.
 */
final class AdaGrad {

  private static final double FIRST_SQUARE = 1e-2;

  /** Tokens with a smaller square of the excess of probabilities are passed over: well known. */
  private static final double LEAST_EXCESS = 1e-3;

  private final TrainingData data;
  private final Parameters parameters;
  private final int size;
  private final float rate;
  private final double l2;
  private final float[] weights;
  private final float[] squares;
  private final double[] transitions;
  private final double[] transitionSquares;
  private final double[] transitionGradient;

  /** λ divided by the number of tokens that carry the feature. */
  private final float[] decay;

  private final ForwardBackward lattice;
  private double[] scores = {};

  AdaGrad(TrainingData data, Parameters parameters, double l2, double rate) {
    this.data = data;
    this.parameters = parameters;
    this.size = data.labels.size();
    this.rate = (float) rate;
    this.l2 = l2;
    this.weights = new float[parameters.transitions];
    this.squares = new float[parameters.transitions];
    this.transitions = new double[size * size];
    this.transitionSquares = new double[size * size];
    this.transitionGradient = new double[size * size];
    this.decay = new float[data.keys.length];
    this.lattice = new ForwardBackward(data.labels);
    Arrays.fill(squares, (float) FIRST_SQUARE);
    Arrays.fill(transitionSquares, FIRST_SQUARE);
    for (int feature : data.features) {
      decay[feature]++;
    }
    for (int f = 0; f < decay.length; f++) {
      decay[f] = (float) (l2 / decay[f]);
    }
  }

  /** Takes these weights, in the order of {@link Parameters}, instead of zeros. */
  void startFrom(double[] given) {
    for (int p = 0; p < weights.length; p++) {
      weights[p] = (float) given[p];
    }
    System.arraycopy(given, parameters.transitions, transitions, 0, transitions.length);
  }

  /**
   * Runs over the data several times, in a new order each time.
   *
   * @param finished told the number of each epoch when it is done, from 1
   * @return the mean weights of the later half of the epochs, in the order of {@link Parameters}
   */
  double[] run(int epochs, long seed, IntConsumer finished) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[data.sequences()];
    Arrays.setAll(order, i -> i);
    double[] sum = new double[parameters.size];
    int averaged = 0;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      shuffle(order, random);
      for (int sequence : order) {
        learn(data.firstToken[sequence], data.firstToken[sequence + 1]);
      }
      if (2 * epoch > epochs) {
        averaged++;
        addTo(sum);
      }
      finished.accept(epoch);
    }
    for (int p = 0; p < sum.length; p++) {
      sum[p] /= averaged;
    }
    return sum;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
  }

  private void addTo(double[] sum) {
    for (int p = 0; p < weights.length; p++) {
      sum[p] += weights[p];
    }
    for (int i = 0; i < transitions.length; i++) {
      sum[parameters.transitions + i] += transitions[i];
    }
  }

  /** One step along the gradient of the sequence of these tokens. */
  private void learn(int begin, int end) {
    int length = end - begin;
    score(begin, length);
    lattice.setTransitions(transitions, 0);
    lattice.run(scores, length);
    Arrays.fill(transitionGradient, 0);
    float[] excess = new float[size];
    for (int t = 0; t < length; t++) {
      int y = data.label[begin + t];
      double norm = 0;
      for (int b = 0; b < size; b++) {
        excess[b] = (float) lattice.marginal(t, b) - (b == y ? 1 : 0);
        norm += excess[b] * excess[b];
        for (int a = 0; a < size && t > 0; a++) {
          transitionGradient[a * size + b] += lattice.pair(t, a, b);
        }
      }
      if (t > 0) {
        transitionGradient[data.label[begin + t - 1] * size + y]--;
      }
      if (norm > LEAST_EXCESS) {
        step(begin + t, excess);
      }
    }
    for (int i = 0; i < transitions.length; i++) {
      double g = transitionGradient[i] + l2 * transitions[i] / data.tokens();
      transitionSquares[i] += g * g;
      transitions[i] -= rate * g / Math.sqrt(transitionSquares[i]);
    }
  }

  private void step(int token, float[] excess) {
    for (int i = data.firstFeature[token]; i < data.firstFeature[token + 1]; i++) {
      int feature = data.features[i];
      float pull = decay[feature];
      for (int p = parameters.first[feature]; p < parameters.first[feature + 1]; p++) {
        float g = excess[parameters.label[p]] + pull * weights[p];
        squares[p] += g * g;
        weights[p] -= rate * g / (float) Math.sqrt(squares[p]);
      }
    }
  }

  private void score(int begin, int length) {
    if (scores.length < length * size) {
      scores = new double[2 * length * size];
    }
    Arrays.fill(scores, 0, length * size, 0);
    for (int t = 0; t < length; t++) {
      int end = data.firstFeature[begin + t + 1];
      for (int i = data.firstFeature[begin + t]; i < end; i++) {
        int feature = data.features[i];
        for (int p = parameters.first[feature]; p < parameters.first[feature + 1]; p++) {
          scores[t * size + parameters.label[p]] += weights[p];
        }
      }
    }
  }
}
