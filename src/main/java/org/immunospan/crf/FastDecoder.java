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

  private final List<PairSums> pairs = new ArrayList<>();
  private int[] scores = {};

  /** Words from {@code lowest} left of the sentence to {@code highest} right of it. */
  private WordSums[] words = {};

  /** By sentence attribute, the value at each token of the sentence; null where it has none. */
  private final WordSums[][] sentenceValues;

  private FastDecoder(CrfModel model, CompiledFeatures features) {
    this.model = model;
    this.features = features;
    this.inference = new Inference(model);
    this.labels = features.labels;
    this.other = model.labels().names().indexOf(BilouCodec.OTHER);
    features.ofPair.forEach(
        (distance, templates) ->
            pairs.add(new PairSums(distance, templates, features.table, labels)));
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
    if (scores.length < n * labels) {
      scores = new int[2 * n * labels];
    }
    Arrays.fill(scores, 0, n * labels, 0);
    lookUp(tokens);
    addWords(n);
    for (PairSums group : pairs) {
      addPairs(group, n);
    }
    if (!features.sentenceAttributes.isEmpty()) {
      addSentenceValues(n, context);
    }
    addRest(n);
    return names(inference.best(scores, n), n);
  }

  private void lookUp(Tokens tokens) {
    int left = -features.lowest;
    int n = tokens.size();
    if (words.length < left + n + features.highest) {
      words = new WordSums[2 * (left + n + features.highest)];
    }
    Arrays.fill(words, 0, left, features.before);
    for (int t = 0; t < n; t++) {
      words[left + t] = features.word(tokens.documentText(), tokens.begin(t), tokens.end(t));
    }
    Arrays.fill(words, left + n, left + n + features.highest, features.after);
  }

  /** The token at t has the word with offset o at {@code words[t + o - lowest]}. */
  private void addWords(int n) {
    int width = (features.highest - features.lowest + 1) * labels;
    for (int t = 0; t < n; t++) {
      for (int o = 0; o * labels < width; o++) {
        add(words[t + o].sums, o * labels, t);
      }
    }
  }

  private void addPairs(PairSums group, int n) {
    for (int left = group.lowest; left < n + group.highest; left++) {
      int at = left - features.lowest;
      int place = group.of(words[at], words[at + group.distance]);
      int last = Math.min(group.highest, left);
      for (int o = Math.max(group.lowest, left - n + 1); o <= last; o++) {
        add(group.sums, place + (o - group.lowest) * labels, left - o);
      }
    }
  }

  private void add(int[] sums, int from, int token) {
    for (int y = 0, at = token * labels; y < labels; y++) {
      scores[at + y] += sums[from + y];
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
    }
    for (CompiledTemplate template : features.ofSentence) {
      int a = ~template.attributes[0];
      int o = template.offsets[0];
      for (int t = 0; t < n; t++) {
        WordSums value = sentenceValue(a, t + o, n);
        if (value != null) {
          add(value.sums, (o - features.lowest) * labels, t);
        }
      }
    }
  }

  private void addRest(int n) {
    for (CompiledTemplate template : features.rest) {
      Values[] values = new Values[template.attributes.length];
      for (int t = 0; t < n; t++) {
        boolean all = true;
        for (int i = 0; i < values.length && all; i++) {
          values[i] = valueAt(template.attributes[i], t + template.offsets[i], n);
          all = values[i] != null;
        }
        if (all) {
          template.add(values, features.table, scores, t * labels);
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
        lattice = lattice == null ? inference.probabilities(scores, n) : lattice;
        double probability = Math.min(1, lattice.path(begin, t + 1, path));
        String type = label.substring(0, label.lastIndexOf('-'));
        names.add(new TokenSpan(begin, t + 1, type, probability));
      }
    }
    return names;
  }
}
