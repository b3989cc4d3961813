package org.immunospan.cli;

import org.immunospan.tag.AnnotationScheme;
import org.immunospan.text.EntityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private SchemeOption scheme;

  TrainCellCommand() {
    super(EntityType.CELL);
  }

  @Override
  AnnotationScheme scheme() {
    return scheme.scheme();
  }
}
