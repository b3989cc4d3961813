package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.crf.ModelFile;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.Tagger;
import org.immunospan.text.Document;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;
import org.immunospan.therapy.TherapyClassifier;
import org.immunospan.therapy.TherapyEvidence;
import org.immunospan.therapy.TherapyModelFactory;
import org.immunospan.therapy.TherapyTagger;
import org.immunospan.therapy.WordUse;

/**
 * Turns gold documents into a model for therapies: one that finds them, and within it one that
 * tells their class.
 */
public final class TherapyTraining {

  private static final String TYPE = "therapy";

  private final SentenceSplitter splitter;
  private final TherapyEvidence evidence;
  private final WordClusters clusters;
  private final NameSet names;
  private final NameSet uses;
  private final String templates;

  /**
   * @param evidence what lexicon and grammar say, which the model learns from
   * @param names of substances and procedures ({@link TherapyNames})
   * @param uses words by how texts use them ({@link #uses})
   * @param templates of the features
   */
  public TherapyTraining(
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
   * What differs between one training and another.
   *
   * @param epochs passes over the sources
   * @param seed of the order of sentences
   * @param pool how many models to make one of
   */
  public record Effort(int epochs, int seed, int pool) {

    TrainingParameters parameters() {
      TrainingParameters parameters = TrainingEffort.USUAL.parameters();
      parameters.put("Epochs", epochs);
      parameters.put("Seed", seed);
      parameters.put("Ensemble", pool);
      return parameters;
    }
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

  /** Trains and writes the model; equal models are equal files. */
  public void write(List<TrainingSource> sources, Effort effort, Path file)
      throws IOException {
    ModelFile.write(train(sources, effort.parameters()), file);
  }

  /** Trains a tagger that is not kept. */
  public Tagger tagger(List<TrainingSource> sources, Effort effort, String name)
      throws IOException {
    return TherapyTagger.of(train(sources, effort.parameters()), evidence, name).get();
  }

  /**
   * Trains on every mention of the documents, whatever its type is called. Sources with a domain
   * are what half of the models of the pool start from; classes are learned from the others alone.
   */
  public TokenNameFinderModel train(
      List<TrainingSource> sources, TrainingParameters parameters) throws IOException {
    List<NameSample> own = new ArrayList<>();
    List<NameSample> foreign = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (TrainingSource source : sources) {
      boolean isOwn = source.isTarget();
      for (GoldDocument gold : source.documents()) {
        addSamples(gold, isOwn ? own : foreign, isOwn ? events : new ArrayList<>());
      }
    }
    TherapyModelFactory factory =
        new TherapyModelFactory(clusters, names, uses, classes(events), templates);
    return LabelledSentences.train(own, foreign, factory, parameters);
  }

  private void addSamples(GoldDocument gold, List<NameSample> samples, List<Event> events) {
    SegmentedDocument document = splitter.segment(gold.document());
    for (TherapyEvidence.Line line : evidence.read(document)) {
      if (line.tokens().size() > 0) {
        samples.add(LabelledSentences.sample(gold, line.tokens(), TYPE, line.rows()));
        addEvents(gold, line, events);
      }
    }
  }

  private void addEvents(GoldDocument gold, TherapyEvidence.Line line, List<Event> events) {
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
        places = names.places(tokens.toStrings(), Adjacency.glued(tokens.size(), line.rows()));
      }
      int first = tokens.firstBehind(mention.span().begin());
      int behind = tokens.firstFrom(mention.span().end());
      events.add(
          new Event(
              mention.subtype(),
              TherapyClassifier.features(clusters, tokens, line.rows(), places, first, behind)));
    }
  }

  private static AbstractModel classes(List<Event> events) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 60);
    parameters.put(QNTrainer.L1COST_PARAM, 0.1);
    parameters.put(QNTrainer.L2COST_PARAM, 1.0);
    parameters.put("PrintMessages", false);
    return (AbstractModel)
        TrainerFactory.getEventTrainer(parameters, new HashMap<>())
            .train(ObjectStreamUtils.createObjectStream(events));
  }
}
