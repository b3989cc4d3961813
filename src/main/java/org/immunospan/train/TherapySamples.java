package org.immunospan.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.text.Document;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;
import org.immunospan.therapy.TherapyClassifier;
import org.immunospan.therapy.TherapyEvidence;
import org.immunospan.therapy.TherapyModelFactory;
import org.immunospan.therapy.WordUse;

/**
 * Labelled sentences for a therapy model, with what lexicon and grammar say of each token. The
 * classes of therapies are learned from every mention that has one. Make a new one for each model.
 */
public final class TherapySamples implements SampleReader {

  private static final String TYPE = "therapy";

  private final SentenceSplitter splitter;
  private final TherapyEvidence evidence;
  private final WordClusters clusters;
  private final NameSet names;
  private final NameSet uses;
  private final String templates;
  private final List<Event> events = new ArrayList<>();

  /**
   * @param evidence what lexicon and grammar say, which the model learns from
   * @param names of substances and procedures ({@link TherapyNames})
   * @param uses words by how texts use them ({@link #uses})
   * @param templates of the features
   */
  public TherapySamples(
      SentenceSplitter splitter,
      TherapyEvidence evidence,
      WordClusters clusters,
      NameSet names,
      NameSet uses,
      String templates) {
    this.splitter = splitter;
    this.evidence = evidence;
    this.clusters = clusters;
    this.names = names;
    this.uses = uses;
    this.templates = templates;
  }

  /**
   * Learns how words are used from texts without annotation.
   *
   * @param evidence whose grammar knows the words of giving and measuring
   */
  public static NameSet uses(
      List<Document> documents,
      SentenceSplitter splitter,
      TherapyEvidence evidence,
      Tokenizer tokenizer) {
    Map<String, WordUse> counts = new HashMap<>();
    for (Document document : documents) {
      evidence.count(splitter.segment(document), counts);
    }
    NameSet.Builder uses = new NameSet.Builder(tokenizer, WordUse.KINDS, 0);
    counts.forEach((word, use) -> use.kinds().forEach(kind -> uses.add(word, kind)));
    return uses.build();
  }

  /** The factory of a model, with a classifier that learned from all documents read so far. */
  public TherapyModelFactory factory() {
    return new TherapyModelFactory(clusters, names, uses, classes(events), templates);
  }

  @Override
  public List<NameSample> read(GoldDocument gold, boolean isAdapted) {
    List<NameSample> samples = new ArrayList<>();
    for (TherapyEvidence.Line line : evidence.read(splitter.segment(gold.document()))) {
      if (line.tokens().size() > 0) {
        samples.add(LabelledSentences.sample(gold, line.tokens(), TYPE, line.rows()));
        addEvents(gold, line);
      }
    }
    return samples;
  }

  private void addEvents(GoldDocument gold, TherapyEvidence.Line line) {
    Tokens tokens = line.tokens();
    int begin = tokens.begin(0);
    int end = tokens.end(tokens.size() - 1);
    String[] places = null;
    for (GoldMention mention : gold.mentions()) {
      if (mention.subtype().isEmpty()
          || mention.span().begin() < begin
          || mention.span().end() > end) {
        continue;
      }
      if (places == null) {
        places = names.places(tokens);
      }
      int first = tokens.firstEndingAfter(mention.span().begin());
      int next = tokens.firstFrom(mention.span().end());
      events.add(
          new Event(
              mention.subtype(),
              TherapyClassifier.features(clusters, tokens, line.rows(), places, first, next)));
    }
  }

  private static AbstractModel classes(List<Event> events) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 60);
    parameters.put(QNTrainer.L1COST_PARAM, 0.1);
    parameters.put(QNTrainer.L2COST_PARAM, 1.0);
    parameters.put("PrintMessages", false);
    try {
      return (AbstractModel)
          TrainerFactory.getEventTrainer(parameters, new HashMap<>())
              .train(ObjectStreamUtils.createObjectStream(events));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
