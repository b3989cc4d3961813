package org.immunospan.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.ml.model.MaxentModel;
import org.immunospan.crf.HashedMaxent;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.text.Tokens;

/**
 * Tells the class of a therapy from its name: its words and their endings, what lexicon and grammar
 * say of them, and its neighbours. A maximum entropy model of OpenNLP weighs them. Immutable; safe
 * to share.
 */
public final class TherapyClassifier {

  private static final int LONG_WORD = 4;
  private static final int MOST_WORDS = 10;
  private static final double LEAST = 1e-6;

  private final WordClusters clusters;
  private final MaxentModel model;

  TherapyClassifier(WordClusters clusters, MaxentModel model) {
    this.clusters = clusters;
    this.model = HashedMaxent.of(model);
  }

  /** The logarithm of the probability of each class, in the order of the model. */
  double[] weigh(String[] features) {
    double[] weights = model.eval(features);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.log(Math.max(weights[i], LEAST));
    }
    return weights;
  }

  /** The class with the greatest sum. */
  String best(double[] weights) {
    return model.getBestOutcome(weights);
  }

  String[] features(Tokens tokens, String[][] rows, String[] names, int first, int end) {
    return features(clusters, tokens, rows, names, first, end);
  }

  /**
   * The features of a span.
   *
   * @param rows the evidence of the sentence
   * @param names the places of its tokens in names of substances and procedures
   * @param first token of the span
   * @param end after its last token
   */
  public static String[] features(
      WordClusters clusters, Tokens tokens, String[][] rows, String[] names, int first, int end) {
    List<String> features = new ArrayList<>();
    int last = end - 1;
    while (last > first && !Character.isLetter(tokens.text(last).charAt(0))) {
      last--;
    }
    for (int t = first; t < Math.min(end, first + MOST_WORDS); t++) {
      String word = tokens.text(t).toLowerCase(Locale.ROOT);
      String single = TherapyGrammar.singular(word);
      features.add("w=" + single);
      if (single.length() > LONG_WORD) {
        features.add("ws=" + single.substring(single.length() - LONG_WORD));
      }
      add(features, "k=", Evidence.WORD.of(rows[t]));
      add(features, "lex=", Evidence.LEX.of(rows[t]));
    }
    String word = TherapyGrammar.singular(tokens.text(last).toLowerCase(Locale.ROOT));
    features.add("last=" + word);
    for (int n = 2; n <= 6 && n < word.length(); n++) {
      features.add("suf=" + word.substring(word.length() - n));
    }
    for (int n = 3; n <= 4 && n < word.length(); n++) {
      features.add("pre=" + word.substring(0, n));
    }
    features.add("first=" + tokens.text(first).toLowerCase(Locale.ROOT));
    features.add("size=" + Math.min(4, end - first));
    for (int level = 0; level < clusters.levels(); level++) {
      features.add("c" + level + "=" + clusters.classOf(tokens.text(last), level));
      features.add("f" + level + "=" + clusters.classOf(tokens.text(first), level));
    }
    add(features, "lastlex=", Evidence.LEX.of(rows[last]));
    add(features, "lastkind=", Evidence.WORD.of(rows[last]));
    add(features, "origin=", Evidence.ORIGIN.of(rows[last]));
    add(features, "names=", names[last]);
    add(features, "firstnames=", names[first]);
    add(features, "abbr=", Evidence.ABBR.of(rows[first]));
    add(features, "long=", Evidence.LONG.of(rows[first]));
    add(features, "head=", Evidence.HEAD.of(rows[last]));
    add(features, "headkind=", Evidence.HEADKIND.of(rows[last]));
    add(features, "left1=", Evidence.LEFT1.of(rows[first]));
    features.add("next=" + (end < tokens.size() ? tokens.text(end).toLowerCase(Locale.ROOT) : "$"));
    features.add("bias");
    return features.toArray(String[]::new);
  }

  private static void add(List<String> features, String prefix, String value) {
    if (value != null) {
      features.add(prefix + value);
    }
  }
}
