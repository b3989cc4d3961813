package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunospan.evaluate.HeldOutScore;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.Tagger;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.UserException;
import org.immunospan.train.CorpusSplit;
import org.immunospan.train.CrossValidation;
import org.immunospan.train.EntityTraining;
import org.immunospan.train.TrainingEffort;
import org.immunospan.train.TrainingResources;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that train a name-finder model have in common. */
abstract class TrainNamesCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpora;

  @Option(names = "--model", paramLabel = "FILE", description = "The model to write.")
  private Path model;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "Instead of a model: divide the target corpora into N parts by PMID, and find the names"
              + " of each part by a model that learned from the others.",
      defaultValue = "0")
  private int folds;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --folds: what was found, as spans.csv.")
  private Path out;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the corpora. Default: ${DEFAULT-VALUE}.",
      defaultValue = "8")
  private int epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Random seed for shuffling sentences. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int seed;

  @Option(
      names = "--ensemble",
      paramLabel = "N",
      description =
          "N models averaged into one, every second one started from the auxiliary corpora."
              + " Default: ${DEFAULT-VALUE}.",
      defaultValue = "8")
  private int ensemble;

  @Option(
      names = "--noise",
      paramLabel = "SHARE",
      description =
          "The share of the features that a step of learning does not see, against learning by"
              + " heart; from 0 to below 1. Default: ${DEFAULT-VALUE}.",
      defaultValue = "0")
  private double noise;

  @Option(
      names = "--clusters",
      paramLabel = "FILE",
      description = "What train clusters wrote. Default: those of the shipped models.")
  private Optional<Path> clusters = Optional.empty();

  @Option(
      names = "--terminologies",
      paramLabel = "DIR",
      description =
          "The folder with hgnc, drugbank-open, mesh and so on, to take names from. Default: the"
              + " names of the shipped model.")
  private Optional<Path> terminologies = Optional.empty();

  @Option(
      names = "--templates",
      paramLabel = "FILE",
      description = "Features. Default: those of the shipped model.")
  private Optional<Path> templates = Optional.empty();

  /** For the entities whose models can follow a corpus. */
  static final class SchemeOption {

    @Option(
        names = "--scheme",
        paramLabel = "guidelines|corpus",
        description =
            "Whether mentions follow the guidelines of this program (the default) or those of the"
                + " target corpora.",
        defaultValue = "guidelines")
    private AnnotationScheme scheme;

    AnnotationScheme scheme() {
      return scheme;
    }
  }

  private final EntityType type;

  TrainNamesCommand(EntityType type) {
    this.type = type;
  }

  /** Which mentions the finished tagger gives. */
  AnnotationScheme scheme() {
    return AnnotationScheme.GUIDELINES;
  }

  /** Texts without annotation to learn from. */
  List<Document> texts() {
    return List.of();
  }

  @Override
  public final Integer call() throws IOException {
    if ((model == null) == (folds == 0) || (out == null) != (folds == 0) || folds == 1) {
      throw new UserException("expected --model, or --folds with a number from 2 and --out");
    }
    if (epochs < 1 || ensemble < 1) {
      throw new UserException("--epochs, --ensemble: expected a number from 1");
    }
    if (!(noise >= 0 && noise < 1)) {
      throw new UserException("--noise: expected a share from 0 to below 1");
    }
    TrainingEffort effort = new TrainingEffort(epochs, seed, ensemble, noise);
    EntityTraining training =
        new EntityTraining(scheme(), clusters, terminologies, templates, texts());
    SentenceSplitter splitter = TrainingResources.splitter();
    if (folds > 0) {
      new CrossValidation(
              (all, fold) -> told(corpora.split(type, all, fold)),
              (split, name) -> training.of(type, split).tagger(split.sources(), effort, name),
              splitter)
          .write(folds, out);
    } else {
      CorpusSplit split = told(corpora.split(type));
      Tagger tagger = training.of(type, split).write(split.sources(), effort, model);
      for (CorpusSplit.Part part : split.parts()) {
        HeldOutScore.print(
            part.corpus().path().toString(),
            part.heldOut(),
            type,
            document -> tagger.tag(splitter.segment(document)),
            System.out);
      }
    }
    return 0;
  }

  private CorpusSplit told(CorpusSplit split) {
    CorpusOptions.tellAbout(split, type.name().toLowerCase(Locale.ROOT));
    return split;
  }
}
