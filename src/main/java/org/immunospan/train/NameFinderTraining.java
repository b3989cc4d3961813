package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.crf.ModelFile;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.tag.ClusterModelFactory;
import org.immunospan.tag.Tagger;
import org.immunospan.tag.TaggerFactory;

/**
 * Turns gold documents into a name-finder model for genes, cells or therapies. The model learns
 * every mention of the documents, whatever its type is called there.
 */
public final class NameFinderTraining {

  private final SampleReader reader;
  private final Supplier<? extends ClusterModelFactory> factory;
  private final TaggerFactory taggers;

  /**
   * @param factory makes the factory of the model, after all documents were read
   */
  public NameFinderTraining(
      SampleReader reader, Supplier<? extends ClusterModelFactory> factory, TaggerFactory taggers) {
    this.reader = reader;
    this.factory = factory;
    this.taggers = taggers;
  }

  /** Trains a model; auxiliary sources are what half of the models of an ensemble start from. */
  public TokenNameFinderModel train(List<TrainingSource> sources, TrainingParameters parameters)
      throws IOException {
    List<NameSample> target = new ArrayList<>();
    List<NameSample> auxiliary = new ArrayList<>();
    for (TrainingSource source : sources) {
      for (GoldDocument gold : source.documents()) {
        (source.isTarget() ? target : auxiliary).addAll(reader.read(gold, source.isAdapted()));
      }
    }
    return LabelledSentences.train(target, auxiliary, factory.get(), parameters);
  }

  /** Trains a tagger whose model is not kept. */
  public Tagger tagger(List<TrainingSource> sources, TrainingEffort effort, String name)
      throws IOException {
    return taggers.of(train(sources, effort.parameters()), name).get();
  }

  /** Trains a model, writes it, and gives its tagger; equal models are equal files. */
  public Tagger write(List<TrainingSource> sources, TrainingEffort effort, Path file)
      throws IOException {
    TokenNameFinderModel model = train(sources, effort.parameters());
    ModelFile.write(model, file);
    return taggers.of(model, file.toString()).get();
  }
}
