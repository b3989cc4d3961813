package org.immunospan.crf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.InvalidFormatException;
import org.immunospan.text.Tokens;

/**
 * Finds the names that {@code NameFinderME} finds with the same model, many times faster: scores
 * come from {@link CompiledFeatures} instead of strings. For one thread; {@link #another} makes
 * decoders for other threads that share the model and what is known of words.
 */
public final class FastDecoder {

  private final CrfModel model;
  private final CompiledFeatures features;
  private final Inference inference;
  private final int labels;

  /** The label of tokens outside names, which most are; -1 if there is none. */
  private final int other;

  private final Lookups lookups;
  private final List<PairSums> pairs = new ArrayList<>();

  /** Tokens beyond the sentence that take what its words would bring them: no bounds to mind. */
  private final int margin;

  /** {@code scores[(margin + t) · L + y]}. */
  private int[] scores = {};

  private long[] keys = {};

  /** Words from {@code lowest} left of the sentence to {@code highest} right of it. */
  private WordSums[] words = {};

  /** By sentence attribute, the {@link Values} at each token of the sentence. */
  private final long[][][] sentenceValues;

  /** By sentence attribute, whether any token of the sentence has a value. */
  private final boolean[] hasValues;

  private final long[] outsideBefore = Values.ofOne();
  private final long[] outsideAfter = Values.ofOne();

  /** For each term of a template. */
  private final long[][] values;

  private FastDecoder(CrfModel model, CompiledFeatures features) {
    this.model = model;
    this.features = features;
    this.inference = new Inference(model);
    this.lookups = new Lookups(features.table);
    this.labels = features.labels;
    this.margin = features.highest - features.lowest;
    this.other = model.labels().names().indexOf(BilouCodec.OTHER);
    features.ofPair.forEach(
        (distance, templates) -> pairs.add(new PairSums(distance, templates, features)));
    this.hasValues = new boolean[features.sentenceAttributes.size()];
    this.sentenceValues = new long[hasValues.length][0][];
    this.values = new long[features.mostTerms][];
    Values.set(outsideBefore, FeatureSet.BEFORE);
    Values.set(outsideAfter, FeatureSet.AFTER);
  }

  /**
   * Prepares the model.
   *
   * @throws InvalidFormatException if it is not a CRF of this package
   */
  public static FastDecoder of(TokenNameFinderModel model) throws IOException {
    if (model.getNameFinderSequenceModel() instanceof CrfSequenceModel crf
        && model.getFactory() instanceof CrfNameFinderFactory factory) {
      return new FastDecoder(crf.model(), new CompiledFeatures(factory.features(), crf.model()));
    }
    throw new InvalidFormatException(
        "found a name finder of %s with %s, expected %s with %s"
            .formatted(
                model.getNameFinderSequenceModel().getClass().getName(),
                model.getFactory().getClass().getName(),
                CrfSequenceModel.class.getName(),
                CrfNameFinderFactory.class.getName()));
  }

  /** A decoder for another thread, with the same model and the same cache of words. */
  public FastDecoder another() {
    return new FastDecoder(model, features);
  }

  /** The names in the sentence, in order, without overlap. */
  public List<TokenSpan> find(Tokens tokens) {
    return find(tokens, features.sentenceAttributes.isEmpty() ? null : Gluing.context(tokens));
  }

  /**
   * The names in the sentence, in order, without overlap.
   *
   * @param context as for {@link SentenceAttribute#values}
   */
  public List<TokenSpan> find(Tokens tokens, String[][] context) {
    int n = tokens.size();
    if (n == 0) {
      return List.of();
    }
    if (scores.length < (n + 2 * margin) * labels) {
      scores = new int[2 * (n + 2 * margin) * labels];
    }
    Arrays.fill(scores, 0, (n + 2 * margin) * labels, 0);
    lookUp(tokens);
    for (int i = 0; i < n + margin; i++) {
      add(words[i].sums, i * labels);
    }
    for (PairSums group : pairs) {
      addPairs(group, n);
    }
    if (!features.sentenceAttributes.isEmpty()) {
      addSentenceValues(n, context);
    }
    askRest(n);
    lookups.addTo(scores);
    return names(inference.best(scores, margin * labels, n), n);
  }

  private void lookUp(Tokens tokens) {
    int left = -features.lowest;
    int n = tokens.size();
    if (words.length < left + n + features.highest) {
      words = new WordSums[2 * (left + n + features.highest)];
    }
    Arrays.fill(words, 0, left, features.before);
    if (keys.length < n) {
      keys = new long[2 * n];
    }
    String text = tokens.documentText();
    for (int t = 0; t < n; t++) {
      keys[t] = FeatureKey.of(text, tokens.begin(t), tokens.end(t));
      words[left + t] = features.candidate(keys[t]);
    }
    for (int t = 0; t < n; t++) {
      WordSums candidate = words[left + t];
      if (candidate == null || candidate.key != keys[t]) {
        words[left + t] = features.make(tokens.text(t));
      }
    }
    Arrays.fill(words, left + n, left + n + features.highest, features.after);
  }

  private void addPairs(PairSums group, int n) {
    for (int left = group.lowest; left < n + group.highest; left++) {
      int at = left - features.lowest;
      int target = (margin + left - group.highest) * labels;
      group.add(words[at], words[at + group.distance], scores, target);
    }
    group.addNew(scores);
  }

  /** Adds what a word, or a value, brings the tokens it stands beside. */
  private void add(int[] sums, int target) {
    for (int i = 0; i < sums.length; i++) {
      scores[target + i] += sums[i];
    }
  }

  /** Computes the attributes of the sentence and adds the sums that are kept by value. */
  private void addSentenceValues(int n, String[][] context) {
    String[] forms = new String[n];
    for (int t = 0; t < n; t++) {
      forms[t] = words[t - features.lowest].form;
    }
    String[][] texts = new String[sentenceValues.length][];
    for (int a = 0; a < texts.length; a++) {
      texts[a] = features.sentenceAttributes.get(a).values(forms, context);
      setValues(a, texts[a], n);
    }
    for (ValueSums kept : features.ofValue) {
      String[] values = texts[kept.attribute];
      for (int p = kept.lowest; p < n + kept.highest; p++) {
        int target = (margin + p - kept.highest) * labels;
        if (p < 0 || p >= n) {
          add(p < 0 ? kept.before : kept.after, target);
        } else if (values[p] != null) {
          add(kept.of(values[p]), target);
        }
      }
    }
  }

  private void setValues(int attribute, String[] texts, int n) {
    long[][] values = sentenceValues[attribute];
    if (values.length < n) {
      values = new long[2 * n][];
      Arrays.setAll(values, t -> Values.ofOne());
      sentenceValues[attribute] = values;
    }
    hasValues[attribute] = false;
    for (int t = 0; t < n; t++) {
      Values.set(values[t], texts[t]);
      hasValues[attribute] |= texts[t] != null;
    }
  }

  private void askRest(int n) {
    for (CompiledTemplate template : features.rest) {
      if (template.mayHaveValues(hasValues)) {
        for (int t = 0; t < n; t++) {
          for (int i = 0; i < template.attributes.length; i++) {
            values[i] = valuesAt(template.attributes[i], t + template.offsets[i], n);
          }
          template.ask(values, lookups, (margin + t) * labels);
        }
      }
    }
  }

  private long[] valuesAt(int attribute, int token, int n) {
    if (attribute >= 0) {
      return words[token - features.lowest].values;
    }
    if (token < 0 || token >= n) {
      return token < 0 ? outsideBefore : outsideAfter;
    }
    return sentenceValues[~attribute][token];
  }

  private List<TokenSpan> names(int[] path, int n) {
    List<TokenSpan> names = new ArrayList<>();
    ForwardBackward lattice = null;
    int begin = -1;
    for (int t = 0; t < n; t++) {
      if (path[t] == other) {
        continue;
      }
      String label = model.labels().name(path[t]);
      if (label.endsWith("-start") || label.endsWith("-unit")) {
        begin = t;
      }
      if (label.endsWith("-last") || label.endsWith("-unit")) {
        lattice = lattice == null ? inference.probabilities(scores, margin * labels, n) : lattice;
        double probability = Math.min(1, lattice.path(begin, t + 1, path));
        String type = label.substring(0, label.lastIndexOf('-'));
        names.add(new TokenSpan(begin, t + 1, type, probability));
      }
    }
    return names;
  }
}
