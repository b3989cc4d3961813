package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.therapy.TherapyEvidence;
import org.immunospan.therapy.TherapyModelFactory;
import org.immunospan.therapy.TherapyTagger;
import org.immunospan.train.CommonWords;
import org.immunospan.train.CorpusSplit;
import org.immunospan.train.NameFinderTraining;
import org.immunospan.train.TherapyNames;
import org.immunospan.train.TherapySamples;
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
      names = "--terminologies",
      paramLabel = "DIR",
      description =
          "The folder with drugbank-open, mesh and so on, to take names of substances and"
              + " procedures from. Default: those of the shipped model.")
  private Path terminologies;

  @Option(
      names = "--texts",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Texts without annotation, as annotate reads them, to learn from how words are used."
              + " Default: what the shipped model knows of words.")
  private List<String> texts = List.of();

  @Option(
      names = "--templates",
      paramLabel = "FILE",
      description = "Features. Default: those of the shipped model.")
  private Path templates;

  TrainTherapyCommand() {
    super(EntityType.THERAPY);
  }

  @Override
  NameFinderTraining training(CorpusSplit split) throws IOException {
    TherapyEvidence evidence = TrainingResources.therapyEvidence();
    TherapySamples samples = samples(evidence);
    return new NameFinderTraining(
        samples, samples::factory, (model, name) -> TherapyTagger.of(model, evidence, name));
  }

  private TherapySamples samples(TherapyEvidence evidence) throws IOException {
    NameSet names =
        terminologies == null
            ? TrainingResources.therapyModel().names()
            : TherapyNames.read(terminologies, new BiomedicalTokenizer(), CommonWords.shipped());
    SentenceSplitter splitter = TrainingResources.splitter();
    NameSet uses =
        texts.isEmpty()
            ? TrainingResources.therapyModel().uses()
            : TherapySamples.uses(read(texts), splitter, evidence, new BiomedicalTokenizer());
    return new TherapySamples(
        splitter,
        evidence,
        TrainingResources.geneModel().clusters(),
        names,
        uses,
        templates == null ? TherapyModelFactory.shippedTemplates() : Files.readString(templates));
  }

  private static List<Document> read(List<String> paths) throws IOException {
    List<Document> documents = new ArrayList<>();
    try (Inputs inputs = Inputs.open(paths, Optional.empty(), System.in)) {
      for (InputItem item : inputs) {
        if (item instanceof InputItem.Found found) {
          documents.add(found.document());
        } else if (item instanceof InputItem.Failed failed) {
          System.err.println("left out: " + failed.error());
        } else if (item instanceof InputItem.LeftOut leftOut) {
          System.err.println("left out: " + leftOut.sourceFile() + ": " + leftOut.reason());
        }
      }
    }
    return documents;
  }
}
