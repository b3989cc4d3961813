package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.text.UserException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that the commands for training gene and cell models share. */
final class TrainingOptions {

  @Mixin private CorpusOptions corpora;

  @Option(
      names = "--scheme",
      paramLabel = "guidelines|corpus",
      description =
          "Whether mentions follow the guidelines of this program (the default) or those of the"
              + " target corpora.",
      defaultValue = "guidelines")
  private AnnotationScheme scheme;

  @Option(
      names = "--clusters",
      paramLabel = "FILE",
      description = "A file made by train clusters. Default: the clusters of the shipped model.")
  private Path clusters;

  @Option(
      names = "--terminologies",
      paramLabel = "DIR",
      description =
          "The folder of terminologies to take names from. Default: the names of the shipped"
              + " model.")
  private Path terminologies;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the corpora. Default: 8 for genes, 10 for cells.")
  private Integer epochs;

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
          "Number of models averaged into one; half of them start from the auxiliary corpora."
              + " Default: ${DEFAULT-VALUE}.",
      defaultValue = "8")
  private int ensemble;

  CorpusOptions corpora() {
    return corpora;
  }

  AnnotationScheme scheme() {
    return scheme;
  }

  /** Null for the names of the shipped model. */
  Path terminologies() {
    return terminologies;
  }

  /** The clusters of a file, or those of the shipped gene model. */
  WordClusters clusters() throws IOException {
    return clusters == null
        ? TrainingResources.geneModel().clusters()
        : TrainingResources.clusters(clusters);
  }

  int epochs(int byDefault) {
    int value = epochs == null ? byDefault : epochs;
    if (value < 1) {
      throw UserException.of("--epochs", "a number from 1", String.valueOf(value));
    }
    return value;
  }

  int seed() {
    return seed;
  }

  int ensemble() {
    if (ensemble < 1) {
      throw UserException.of("--ensemble", "a number from 1", String.valueOf(ensemble));
    }
    return ensemble;
  }
}
