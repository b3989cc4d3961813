package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunospan.cell.CellModelFactory;
import org.immunospan.cell.CellTagger;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.text.EntityType;
import org.immunospan.train.CellLineNames;
import org.immunospan.train.CellSamples;
import org.immunospan.train.CommonWords;
import org.immunospan.train.CorpusSplit;
import org.immunospan.train.NameFinderTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code train cell}: a cell model from gold corpora, or what such models find in held-out parts.
 */
@Command(
    name = "cell",
    description = {
      "Trains a cell model for annotate --model cell=FILE, or scores such models by"
          + " cross-validation.",
      "",
      "The target corpora say what a cell is; auxiliary ones only help to find it. The same"
          + " corpora and options give the same files. models/train-cell.sh makes the shipped"
          + " model."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan train cell --corpus my-gold.jsonl --held-out 0 --model my-cell.bin",
      "  immunospan train cell --scheme corpus --corpus CellLink_part.BioC.xml --map celllink"
          + " --folds 5 --out predictions.csv"
    })
final class TrainCellCommand extends TrainNamesCommand {

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
      description = "What train clusters wrote. Default: those of the shipped gene model.")
  private Path clusters;

  @Option(
      names = "--terminologies",
      paramLabel = "DIR",
      description =
          "The folder with reach-kb, to take names of cell lines from. Default: those of the"
              + " shipped model.")
  private Path terminologies;

  @Option(
      names = "--templates",
      paramLabel = "FILE",
      description = "Features. Default: those of the shipped model.")
  private Path templates;

  TrainCellCommand() {
    super(EntityType.CELL);
  }

  @Override
  NameFinderTraining training(CorpusSplit split) throws IOException {
    CellModelFactory factory = factory();
    return new NameFinderTraining(
        new CellSamples(TrainingResources.splitter(), TrainingResources.cellGrammar()),
        () -> factory,
        (model, name) -> CellTagger.of(model, TrainingResources.cellGrammar(), name));
  }

  private CellModelFactory factory() throws IOException {
    WordClusters words =
        clusters == null
            ? TrainingResources.geneModel().clusters()
            : TrainingResources.clusters(clusters);
    NameSet lines =
        terminologies == null
            ? TrainingResources.cellModel().lines()
            : CellLineNames.read(terminologies, new BiomedicalTokenizer(), CommonWords.shipped());
    return templates == null
        ? new CellModelFactory(words, lines, scheme)
        : new CellModelFactory(words, lines, scheme, Files.readString(templates));
  }
}
