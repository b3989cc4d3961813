package org.immunospan.crf.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.InvalidFormatException;
import org.immunospan.crf.BatchedLookup;
import org.immunospan.crf.CrfModel;
import org.immunospan.crf.CrfNameFinderFactory;
import org.immunospan.crf.CrfSequenceModel;
import org.immunospan.crf.ForwardBackward;
import org.immunospan.crf.Inference;
import org.immunospan.crf.SpanProbability;
import org.immunospan.crf.SpanUtility;
import org.immunospan.crf.TokenSpan;
import org.immunospan.crf.decode.CompiledTemplate.Source;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.crf.feature.SentenceAttribute;
import org.immunospan.text.Tokens;

/**
 * Finds the names that {@code NameFinderME} finds with the same model, many times faster: scores
 * come from {@link CompiledFeatures} instead of strings. For one thread; {@link #decoders} makes
 * several that share the model and what is known of words.
 */
public final class FastDecoder {

  /**
   * A sentence in which no name gains more than this (the logarithm of odds) by its words alone is
   * left out by {@link #findLikely}. Measured on the shipped gene model: in 14,596 sentences of
   * abstracts the least of a sentence with a gene was -3.4.
   */
  private static final double LEAST_BY_WORDS = -5.4;

  /**
   * The same for the words together with what is known of the sentence; the smallest gain was -2.0.
   */
  private static final double LEAST_BY_VALUES = -4;

  private final CrfModel model;
  private final CompiledFeatures features;
  private final NameGain gain;
  private final Inference inference;

  /** The label of tokens outside names, which most are; -1 if there is none. */
  private final int other;

  private final SentenceScores sentence;
  private final AttributeValues given;

  /** Whether no white space comes before each token of the sentence. */
  private boolean[] glued = {};

  private final List<BigramScores> pairs = new ArrayList<>();
  private final List<JointScores> joint;
  private final ScoreCache jointScores;
  private final BatchedLookup lookups;

  /** For each term of a template. */
  private final long[][] values;

  private FastDecoder(CrfModel model, CompiledFeatures features, SpanUtility utility) {
    this.model = model;
    this.features = features;
    this.inference = new Inference(model, utility);
    this.gain = new NameGain(model);
    this.other = model.labels().names().indexOf(BilouCodec.OTHER);
    this.sentence = new SentenceScores(features);
    this.given = new AttributeValues(features.sentenceAttributes);
    features.ofPair.forEach((distance, t) -> pairs.add(new BigramScores(distance, t, features)));
    this.joint = JointScores.of(features.joint, features.mostTerms);
    this.jointScores = new ScoreCache(features.table, features.labels, JointScores.SLOTS);
    this.lookups = new BatchedLookup(features.table);
    this.values = new long[features.mostTerms][];
  }

  /** A decoder for {@link #decoders one thread}. */
  public static FastDecoder of(TokenNameFinderModel model) throws IOException {
    return decoders(model).get();
  }

  /**
   * Prepares the model for decoders in any number of threads, one each.
   *
   * @throws InvalidFormatException if it is not a CRF of this package
   */
  public static Supplier<FastDecoder> decoders(TokenNameFinderModel model) throws IOException {
    return decoders(model, SpanUtility.DEFAULT);
  }

  /**
   * The same, with names chosen by another utility of spans.
   *
   * @throws InvalidFormatException if it is not a CRF of this package
   */
  public static Supplier<FastDecoder> decoders(TokenNameFinderModel model, SpanUtility utility)
      throws IOException {
    if (model.getNameFinderSequenceModel() instanceof CrfSequenceModel crf
        && model.getFactory() instanceof CrfNameFinderFactory factory) {
      CompiledFeatures features = new CompiledFeatures(factory.features(), crf.model());
      return () -> new FastDecoder(crf.model(), features, utility);
    }
    throw new InvalidFormatException(
        "found a name finder of %s with %s, expected %s with %s"
            .formatted(
                model.getNameFinderSequenceModel().getClass().getName(),
                model.getFactory().getClass().getName(),
                CrfSequenceModel.class.getName(),
                CrfNameFinderFactory.class.getName()));
  }

  /** The names in the sentence, in order, without overlap. */
  public List<TokenSpan> find(Tokens tokens) {
    return find(tokens, Adjacency.context(tokens));
  }

  /**
   * The names in the sentence, in order, without overlap.
   *
   * @param context as for {@link SentenceAttribute#values}; which tokens touch is read from the
   *     tokens themselves, and must not be otherwise
   */
  public List<TokenSpan> find(Tokens tokens, String[][] context) {
    if (tokens.size() == 0) {
      return List.of();
    }
    addWords(tokens);
    addValues(context);
    return findByAll();
  }

  /**
   * What {@link #find(Tokens)} gives, unless names are so improbable by a part of the features that
   * the others are not looked up. Only for the shipped gene model, on which the limits were
   * measured.
   */
  public List<TokenSpan> findLikely(Tokens tokens) {
    if (tokens.size() == 0) {
      return List.of();
    }
    addWords(tokens);
    if (!mayGain(LEAST_BY_WORDS)) {
      return List.of();
    }
    addValues(Adjacency.context(tokens));
    return mayGain(LEAST_BY_VALUES) ? findByAll() : List.of();
  }

  /**
   * Whether the words of a sentence alone allow a name, a cheap test.
   *
   * @param least the logarithm of the odds that the best name must reach
   */
  public boolean mayHoldName(Tokens tokens, double least) {
    if (tokens.size() == 0) {
      return false;
    }
    addWords(tokens);
    return mayGain(least);
  }

  private boolean mayGain(double least) {
    return !gain.isKnown() || gain.of(sentence) * model.step() >= least;
  }

  private void addWords(Tokens tokens) {
    glued = Adjacency.glued(tokens);
    sentence.read(tokens, glued);
    sentence.addOwn();
  }

  private void addValues(String[][] context) {
    if (!features.sentenceAttributes.isEmpty()) {
      given.read(sentence, context, glued);
      features.ofValue.forEach(this::addValues);
    }
  }

  private List<TokenSpan> findByAll() {
    pairs.forEach(kept -> kept.addTo(sentence));
    joint.forEach(group -> group.addTo(sentence, given, jointScores));
    jointScores.settle(sentence.scores());
    features.rest.forEach(this::ask);
    lookups.addTo(sentence.scores());
    return names();
  }

  /**
   * What {@link #find(Tokens, String[][], List)} gives.
   *
   * @param names the best names of the sentence
   * @param asked the spans that were asked about, in their order, with their probabilities
   */
  public record Weighed(List<TokenSpan> names, List<TokenSpan> asked) {}

  /**
   * What {@link #find(Tokens, String[][], List)} adds up for a sentence, kept to ask about more of
   * its spans later.
   */
  public static final class Kept {
    private final int[] scores;
    private final int size;

    private Kept(int[] scores, int size) {
      this.scores = scores;
      this.size = size;
    }
  }

  /** What was added up for the sentence that was looked at last. */
  public Kept keep() {
    int first = sentence.place(0);
    int[] scores = Arrays.copyOfRange(sentence.scores(), first, sentence.place(sentence.size()));
    return new Kept(scores, sentence.size());
  }

  /** The spans of an earlier sentence with their probabilities, as {@link Weighed#asked}. */
  public List<TokenSpan> weigh(Kept earlier, List<TokenSpan> asked) {
    inference.best(earlier.scores, 0, earlier.size);
    return weigh(asked);
  }

  /**
   * The names in the sentence, and how probable given spans are.
   *
   * @param asked spans of tokens of the sentence; the probability of one with the type "" is that
   *     none of its tokens belongs to a name
   */
  public Weighed find(Tokens tokens, String[][] context, List<TokenSpan> asked) {
    List<TokenSpan> names = find(tokens, context);
    if (asked.isEmpty()) {
      return new Weighed(names, List.of());
    }
    return new Weighed(names, weigh(asked));
  }

  private List<TokenSpan> weigh(List<TokenSpan> asked) {
    SpanProbability probability = new SpanProbability(model.labels());
    ForwardBackward lattice = inference.lattice();
    return asked.stream().map(span -> probability.of(span, lattice)).toList();
  }

  private void addValues(AttributeScores kept) {
    int size = sentence.size();
    for (int t = kept.lowest; t < size + kept.highest; t++) {
      int target = sentence.place(t - kept.highest);
      if (t < 0 || t >= size) {
        sentence.add(t < 0 ? kept.before : kept.after, target);
      } else if (!PackedValues.isEmpty(given.at(kept.attribute, t))) {
        sentence.add(kept.of(given.at(kept.attribute, t)), target);
      }
    }
  }

  private void ask(CompiledTemplate template) {
    for (int i = 0; i < template.offsets.length; i++) {
      if (template.sources[i] == Source.SENTENCE
          && template.offsets[i] == 0
          && !given.any(template.attributes[i])) {
        return;
      }
    }
    for (int t = 0; t < sentence.size(); t++) {
      for (int i = 0; i < template.offsets.length; i++) {
        int attribute = template.attributes[i];
        values[i] =
            switch (template.sources[i]) {
              case WORD -> sentence.word(t + template.offsets[i]).values;
              case CHUNK -> sentence.chunkValues(t);
              case SENTENCE -> given.at(attribute, t + template.offsets[i]);
            };
      }
      template.ask(values, lookups, sentence.place(t));
    }
  }

  private List<TokenSpan> names() {
    int n = sentence.size();
    int[] path = inference.best(sentence.scores(), sentence.place(0), n);
    List<TokenSpan> names = new ArrayList<>();
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
        double probability = Math.min(1, inference.lattice().path(begin, t + 1, path));
        String type = label.substring(0, label.lastIndexOf('-'));
        names.add(new TokenSpan(begin, t + 1, type, probability));
      }
    }
    return names;
  }
}
