package org.immunospan.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.Sequence;
import opennlp.tools.ml.model.SequenceStream;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.crf.feature.FeatureSet;
import org.immunospan.crf.feature.SentenceFeatures;
import org.immunospan.crf.train.CrfTrainer;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.tag.ClusterModelFactory;
import org.immunospan.text.Tokens;

/**
 * Sentences with labels and features. OpenNLP's own stream of this kind drops the context of the
 * tokens, which holds what touches what, and codes names by BIO.
 */
final class LabelledSentences implements SequenceStream<NameSample> {

  private final List<NameSample> samples;
  private final FeatureSet features;
  private int next;

  private LabelledSentences(List<NameSample> samples, FeatureSet features) {
    this.samples = samples;
    this.features = features;
  }

  /**
   * A sentence of a gold document. Mentions are stretched to the tokens they touch; of mentions
   * that overlap the one that begins first is kept, of those the longest; discontinuous mentions
   * are left out.
   *
   * @param type what the names are called in the model
   * @param context of each token; taken over
   */
  static NameSample sample(GoldDocument document, Tokens tokens, String type, String[][] context) {
    List<opennlp.tools.util.Span> names = new ArrayList<>();
    int free = 0;
    for (GoldMention mention : document.mentions()) {
      int first = free;
      while (first < tokens.size() && tokens.end(first) <= mention.span().begin()) {
        first++;
      }
      int end = first;
      while (end < tokens.size() && tokens.begin(end) < mention.span().end()) {
        end++;
      }
      boolean overlapsBefore = free > 0 && mention.span().begin() < tokens.end(free - 1);
      if (end > first && !overlapsBefore && !mention.isDiscontinuous()) {
        names.add(new opennlp.tools.util.Span(first, end, type));
        free = end;
      }
    }
    return new NameSample(
        document.id(),
        tokens.toStrings(),
        names.toArray(opennlp.tools.util.Span[]::new),
        context,
        true);
  }

  /**
   * Trains on these sentences.
   *
   * @param own those whose habits the model is to follow
   * @param foreign those that some models of a pool only start from
   */
  static TokenNameFinderModel train(
      List<NameSample> own,
      List<NameSample> foreign,
      ClusterModelFactory factory,
      TrainingParameters parameters)
      throws IOException {
    if (own.isEmpty()) {
      throw new IllegalArgumentException("expected a source without a domain, found none");
    }
    List<NameSample> samples = new ArrayList<>(own);
    samples.addAll(foreign);
    parameters.put("Target", own.size());
    CrfTrainer trainer = new CrfTrainer();
    Map<String, String> manifest = new HashMap<>();
    trainer.init(parameters, manifest);
    return new TokenNameFinderModel(
        "en",
        trainer.train(new LabelledSentences(samples, factory.features())),
        null,
        factory.artifacts(),
        manifest,
        new BilouCodec(),
        factory);
  }

  @Override
  public Sequence<NameSample> read() {
    if (next == samples.size()) {
      return null;
    }
    NameSample sample = samples.get(next++);
    String[] forms = sample.getSentence();
    String[] outcomes = new BilouCodec().encode(sample.getNames(), forms.length);
    SentenceFeatures sentence =
        new SentenceFeatures(features, forms, sample.getAdditionalContext());
    Event[] events = new Event[forms.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = new Event(outcomes[i], sentence.of(i).toArray(String[]::new));
    }
    return new Sequence<>(events, sample);
  }

  /** Not asked for by trainers that need no previous outcomes. */
  @Override
  public Event[] updateContext(Sequence<NameSample> sequence, AbstractModel model) {
    return sequence.getEvents();
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public void close() {}
}
