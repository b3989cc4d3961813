package org.immunospan.cli;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code train therapy}: a therapy model from gold corpora, or what such models find in held-out
 * parts.
 */
@Command(
    name = "therapy",
    description = {
      "Trains a therapy model for annotate --model therapy=FILE, or scores such models by"
          + " cross-validation.",
      "",
      "The target corpora say what a therapy is and of which class; auxiliary ones only help to"
          + " find it. The same corpora and options give the same files. models/train-therapy.sh"
          + " makes the shipped model."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan train therapy --corpus my-gold.jsonl --held-out 0 --model my-therapies.bin",
      "  immunospan train therapy --corpus my-gold.jsonl --folds 5 --out predictions.csv"
    })
final class TrainTherapyCommand extends TrainNamesCommand {

  @Option(
      names = "--texts",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Texts without annotation, as annotate reads them, to learn from how words are used."
              + " Default: what the shipped model knows of words.")
  private List<String> paths = List.of();

  TrainTherapyCommand() {
    super(EntityType.THERAPY);
  }

  @Override
  List<Document> texts() {
    List<Document> texts = new ArrayList<>();
    if (!paths.isEmpty()) {
      Texts.read(paths, texts::add);
    }
    return texts;
  }
}
