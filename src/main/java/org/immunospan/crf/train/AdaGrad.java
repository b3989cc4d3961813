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
 * <p>With noise, a step sees only a random share of the features of each token, so that the weights
 * do not rely on the few that explain the training data best (feature noising; Wang and Manning
 * 2013). The final weights are scaled down by that share.
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

  /** The share of the features of a token that a step does not see; chosen again for each step. */
  private final double noise;

  /** The features of a sequence that a step sees; those of its token t up to kept[t + 1]. */
  private int[] active = {};

  private int[] kept = {0};

  /**
   * @param noise the share of the features that a step does not see, from 0 to below 1
   */
  AdaGrad(TrainingData data, Parameters parameters, double l2, double rate, double noise) {
    this.data = data;
    this.parameters = parameters;
    this.size = data.labels.size();
    this.rate = (float) rate;
    this.l2 = l2;
    this.noise = noise;
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
      weights[p] = (float) (given[p] / (1 - noise));
    }
    System.arraycopy(given, parameters.transitions, transitions, 0, transitions.length);
  }

  /**
   * Runs over the data several times, in a new order each time.
   *
   * @param finished gets the number of each finished epoch, from 1
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
        draw(data.firstToken[sequence], data.firstToken[sequence + 1], random);
        learn(data.firstToken[sequence], data.firstToken[sequence + 1]);
      }
      if (2 * epoch > epochs) {
        averaged++;
        addTo(sum);
      }
      finished.accept(epoch);
    }
    for (int p = 0; p < sum.length; p++) {
      sum[p] *= (p < weights.length ? 1 - noise : 1) / averaged;
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

  /** Chooses the features that the step on the tokens of a sequence sees. */
  private void draw(int begin, int end, SplittableRandom random) {
    int all = data.firstFeature[end] - data.firstFeature[begin];
    if (active.length < all) {
      active = new int[2 * all];
    }
    if (kept.length <= end - begin) {
      kept = new int[2 * (end - begin) + 1];
    }
    int size = 0;
    for (int t = begin; t < end; t++) {
      for (int i = data.firstFeature[t]; i < data.firstFeature[t + 1]; i++) {
        if (noise == 0 || random.nextDouble() >= noise) {
          active[size++] = data.features[i];
        }
      }
      kept[t - begin + 1] = size;
    }
  }

  /** One step along the gradient of the sequence of these tokens, of the features drawn. */
  private void learn(int begin, int end) {
    int length = end - begin;
    score(length);
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
        step(t, excess);
      }
    }
    for (int i = 0; i < transitions.length; i++) {
      double g = transitionGradient[i] + l2 * transitions[i] / data.tokens();
      transitionSquares[i] += g * g;
      transitions[i] -= rate * g / Math.sqrt(transitionSquares[i]);
    }
  }

  private void step(int token, float[] excess) {
    for (int i = kept[token]; i < kept[token + 1]; i++) {
      int feature = active[i];
      float pull = decay[feature];
      for (int p = parameters.first[feature]; p < parameters.first[feature + 1]; p++) {
        float g = excess[parameters.label[p]] + pull * weights[p];
        squares[p] += g * g;
        weights[p] -= rate * g / (float) Math.sqrt(squares[p]);
      }
    }
  }

  private void score(int length) {
    if (scores.length < length * size) {
      scores = new double[2 * length * size];
    }
    Arrays.fill(scores, 0, length * size, 0);
    for (int t = 0; t < length; t++) {
      for (int i = kept[t]; i < kept[t + 1]; i++) {
        int feature = active[i];
        for (int p = parameters.first[feature]; p < parameters.first[feature + 1]; p++) {
          scores[t * size + parameters.label[p]] += weights[p];
        }
      }
    }
  }
}
