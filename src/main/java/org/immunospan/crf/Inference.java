package org.immunospan.crf;

/**
 * The probabilities of labels under a model, and the labels to answer with: of names those of the
 * greatest expected utility ({@link MinimumBayesRiskDecoder}), of anything else the best sequence
 * ({@link Viterbi}). Reusable; for one thread.
 */
public final class Inference {

  private final int size;
  private final double step;
  private final Viterbi viterbi;
  private final ForwardBackward lattice;

  /** Null for labels that are not those of names. */
  private final MinimumBayesRiskDecoder choice;

  private int[] path = {};
  private double[] real = {};

  /** With the default utility of spans. */
  public Inference(CrfModel model) {
    this(model, SpanUtility.DEFAULT);
  }

  /**
   * For one thread.
   *
   * @param utility of spans, by which names are chosen
   */
  public Inference(CrfModel model, SpanUtility utility) {
    this.size = model.labels().size();
    this.step = model.step();
    this.viterbi = new Viterbi(model.labels(), model.transitions());
    this.lattice = new ForwardBackward(model.labels());
    this.choice = MinimumBayesRiskDecoder.of(model.labels(), utility);
    double[] weights = new double[size * size];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = model.transitions()[i] * step;
    }
    lattice.setTransitions(weights, 0);
  }

  /**
   * The labels to answer with for {@code scores[first + t · L + y]}, in an array that the next call
   * reuses.
   */
  public int[] best(int[] scores, int first, int length) {
    if (real.length < length * size) {
      real = new double[2 * length * size];
      path = new int[2 * length];
    }
    for (int i = 0; i < length * size; i++) {
      real[i] = scores[first + i] * step;
    }
    lattice.run(real, length);
    if (choice == null) {
      viterbi.run(scores, first, length, path);
    } else {
      choice.run(lattice, length, path);
    }
    return path;
  }

  /** The lattice of the last scores, which the next call of {@link #best} changes. */
  public ForwardBackward lattice() {
    return lattice;
  }
}
