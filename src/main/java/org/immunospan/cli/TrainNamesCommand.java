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

  @Option(names = "--model", paramLabel = "FILE")
  private Path model;

  @Option(names = "--folds", paramLabel = "N", defaultValue = "0")
  private int folds;

  @Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Option(names = "--epochs", paramLabel = "N", defaultValue = "8")
  private int epochs;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private int seed;

  @Option(names = "--ensemble", paramLabel = "N", defaultValue = "8")
  private int ensemble;

  @Option(names = "--noise", paramLabel = "SHARE", defaultValue = "0")
  private double noise;

  @Option(names = "--clusters", paramLabel = "FILE")
  private Optional<Path> clusters = Optional.empty();

  @Option(names = "--terminologies", paramLabel = "DIR")
  private Optional<Path> terminologies = Optional.empty();

  @Option(names = "--templates", paramLabel = "FILE")
  private Optional<Path> templates = Optional.empty();

  /** For the entities whose models can follow a corpus. */
  static final class SchemeOption {

    @Option(names = "--scheme", paramLabel = "guidelines|corpus", defaultValue = "guidelines")
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
