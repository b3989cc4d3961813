package org.immunospan.gene.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immunospan.lexicon.LexiconFormatException;

/**
 * Weights of named features. A choice has one list of features; the probability of a choice is
 * proportional to the exponential of the sum of its weights. Features without a weight count
 * nothing. Immutable; safe to share.
 *
 * <p>File: UTF-8 lines of feature, tab and weight; lines that begin with {@code #} are comments.
 */
public final class LogLinearModel {

  /** A model that knows nothing: all choices are equally likely. */
  public static final LogLinearModel EMPTY = new LogLinearModel(Map.of());

  /** What begins a feature of a word that a document has; the word, a slash and a choice follow. */
  static final String WORD = "species:word ";

  private final Map<String, Double> weights;

  /** Weights of words by the number of the species, so that a document need not spell features. */
  private final Map<String, double[]> words = new HashMap<>();

  public LogLinearModel(Map<String, Double> weights) {
    this.weights = new HashMap<>(weights);
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      String feature = entry.getKey();
      int slash = feature.lastIndexOf('/');
      if (feature.startsWith(WORD)) {
        int species = Species.valueOf(feature.substring(slash + 1)).index();
        words
                .computeIfAbsent(
                    feature.substring(WORD.length(), slash),
                    w -> new double[Species.values().length])[species] =
            entry.getValue();
      }
    }
  }

  /**
   * Reads a model.
   *
   * @param name of the file, for messages
   */
  public static LogLinearModel read(InputStream in, String name) throws IOException {
    Map<String, Double> weights = new HashMap<>();
    int number = 0;
    for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
      number++;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int tab = line.indexOf('\t');
      try {
        weights.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
      } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
        LexiconFormatException fault =
            new LexiconFormatException(
                name, number, "expected a feature, a tab and a weight, found: " + line);
        fault.initCause(e);
        throw fault;
      }
    }
    return new LogLinearModel(weights);
  }

  /** The weights by feature, sorted. */
  public Map<String, Double> weights() {
    return new TreeMap<>(weights);
  }

  /** The sum of the weights of features. */
  public double score(List<String> features) {
    double sum = 0;
    for (String feature : features) {
      Double weight = weights.get(feature);
      sum += weight == null ? 0 : weight;
    }
    return sum;
  }

  /** The sum of the weights of the words of a document, by species. */
  double[] wordScores(Iterable<String> document) {
    double[] sums = new double[Species.values().length];
    for (String word : document) {
      double[] of = words.get(word);
      for (int i = 0; of != null && i < sums.length; i++) {
        sums[i] += of[i];
      }
    }
    return sums;
  }

  /** The probabilities of choices; they add up to 1. */
  public double[] probabilities(List<List<String>> choices) {
    double[] p = new double[choices.size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = score(choices.get(i));
    }
    softmax(p);
    return p;
  }

  /** The probability that one says yes, where no has the score 0. */
  public double probability(List<String> features) {
    return 1 / (1 + Math.exp(-score(features)));
  }

  /** Turns scores into probabilities in place. */
  public static void softmax(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - max);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
  }
}
