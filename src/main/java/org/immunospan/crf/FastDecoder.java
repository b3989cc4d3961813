package org.immunospan.crf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Values of sentence attributes kept; beyond, all are forgotten. */
  private static final int MOST_VALUES = 1 << 14;

  private final CrfModel model;
  private final CompiledFeatures features;
  private final Inference inference;
  private final int labels;

  /** The label of tokens outside names, which most are; -1 if there is none. */
  private final int other;

  /** By sentence attribute, then value. */
  private final List<Map<String, WordSums>> valueSums = new ArrayList<>();

  private final Lookups lookups;
  private final List<PairSums> pairs = new ArrayList<>();

  /** Tokens beyond the sentence that take what its words would bring them: no bounds to mind. */
  private final int margin;

  /** {@code scores[(margin + t) · L + y]}. */
  private int[] scores = {};

  private long[] keys = {};

  /** Words from {@code lowest} left of the sentence to {@code highest} right of it. */
  private WordSums[] words = {};

  /** By sentence attribute, the value at each token of the sentence; null where it has none. */
  private final WordSums[][] sentenceValues;

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
    this.sentenceValues = new WordSums[features.sentenceAttributes.size()][];
    for (int i = 0; i < sentenceValues.length; i++) {
      valueSums.add(new HashMap<>());
    }
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

  private void addSentenceValues(int n, String[][] context) {
    String[] forms = new String[n];
    for (int t = 0; t < n; t++) {
      forms[t] = words[t - features.lowest].form;
    }
    for (int a = 0; a < sentenceValues.length; a++) {
      Map<String, WordSums> known = valueSums.get(a);
      if (known.size() > MOST_VALUES) {
        known.clear();
      }
      String[] values = features.sentenceAttributes.get(a).values(forms, context);
      sentenceValues[a] = new WordSums[n];
      for (int t = 0; t < n; t++) {
        if (values[t] != null) {
          int attribute = a;
          sentenceValues[a][t] =
              known.computeIfAbsent(values[t], value -> features.value(attribute, value));
        }
      }
      for (int i = 0; i < n + margin; i++) {
        WordSums value = sentenceValue(a, i + features.lowest, n);
        if (value != null) {
          add(value.sums, i * labels);
        }
      }
    }
  }

  private void askRest(int n) {
    for (CompiledTemplate template : features.rest) {
      Values[] values = new Values[template.attributes.length];
      for (int t = 0; t < n; t++) {
        boolean all = true;
        for (int i = 0; i < values.length && all; i++) {
          values[i] = valueAt(template.attributes[i], t + template.offsets[i], n);
          all = values[i] != null;
        }
        if (all) {
          template.ask(values, lookups, (margin + t) * labels);
        }
      }
    }
  }

  private Values valueAt(int attribute, int token, int n) {
    if (attribute >= 0) {
      return words[token - features.lowest].values[attribute];
    }
    WordSums value = sentenceValue(~attribute, token, n);
    return value == null ? null : value.values[0];
  }

  private WordSums sentenceValue(int attribute, int token, int n) {
    if (token < 0) {
      return features.valuesBefore.get(attribute);
    }
    return token < n ? sentenceValues[attribute][token] : features.valuesAfter.get(attribute);
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
