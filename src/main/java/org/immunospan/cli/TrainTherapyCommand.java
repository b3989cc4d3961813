package org.immunospan.cli;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.format.csv.OffsetUnit;
import org.immunospan.format.csv.SpansCsv;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.Tagger;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.UserException;
import org.immunospan.therapy.TherapyEvidence;
import org.immunospan.therapy.TherapyModelFactory;
import org.immunospan.therapy.TherapyTagger;
import org.immunospan.train.CommonWords;
import org.immunospan.train.CorpusSplit;
import org.immunospan.train.TherapyNames;
import org.immunospan.train.TherapyTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "The corpora without a DOMAIN say what a therapy is and of which class; the others only help"
          + " to find it. The same corpora and options give the same files. models/train-therapy.sh"
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
final class TrainTherapyCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpora;

  @Option(names = "--model", paramLabel = "FILE", description = "The model to write.")
  private Path model;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "Instead of a model: divide the corpora without a domain into N parts by PMID, and find"
              + " the therapies of each part by a model that learned from the others.",
      defaultValue = "0")
  private int folds;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --folds: what was found, as spans.csv.")
  private Path out;

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

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the corpora. Default: ${DEFAULT-VALUE}.",
      defaultValue = "6")
  private int epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the order of sentences. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int seed;

  @Option(
      names = "--pool",
      paramLabel = "N",
      description =
          "So many models averaged into one, every second one started from the corpora with a"
              + " domain. Default: ${DEFAULT-VALUE}.",
      defaultValue = "8")
  private int pool;

  @Override
  public Integer call() throws IOException {
    if ((model == null) == (folds == 0) || (out == null) != (folds == 0) || folds == 1) {
      throw new UserException("expected --model, or --folds with a number from 2 and --out");
    }
    if (epochs < 1 || pool < 1) {
      throw new UserException("--epochs, --pool: expected a number from 1");
    }
    TherapyTraining.Effort effort = new TherapyTraining.Effort(epochs, seed, pool);
    try {
      TherapyEvidence evidence = TrainingResources.therapyEvidence();
      TherapyTraining training = training(evidence);
      if (folds > 0) {
        crossValidate(training, effort);
      } else {
        CorpusSplit split = corpora.split(EntityType.THERAPY);
        CorpusOptions.tellAbout(split, "therapy");
        training.write(split.sources(), effort, model);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(model))) {
          Tagger tagger = TherapyTagger.load(in, evidence, model.toString()).get();
          HeldOutScore.print(
              split, EntityType.THERAPY, tagger, TrainingResources.splitter(), System.out);
        }
      }
      return 0;
    } catch (MalformedCorpusException e) {
      throw new UserException(e.getMessage(), e);
    } catch (FileSystemException e) {
      throw new UserException(e.getFile() + ": cannot be read or written", e);
    }
  }

  private void crossValidate(TherapyTraining training, TherapyTraining.Effort effort)
      throws IOException {
    SentenceSplitter splitter = TrainingResources.splitter();
    SpansCsv csv = new SpansCsv(OffsetUnit.CODEPOINTS);
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      writer.write(SpansCsv.header());
      for (int fold = 0; fold < folds; fold++) {
        CorpusSplit split = corpora.split(EntityType.THERAPY, folds, fold);
        CorpusOptions.tellAbout(split, "therapy");
        Tagger finder = training.tagger(split.sources(), effort, "fold " + (fold + 1));
        for (CorpusSplit.Part part : split.parts()) {
          for (GoldDocument gold : part.heldOut()) {
            SegmentedDocument document = splitter.segment(gold.document());
            StringBuilder rows = new StringBuilder();
            csv.append(
                new AnnotatedDocument(
                    document.document(), document.sentences(), finder.tag(document)),
                rows);
            writer.write(rows.toString());
          }
        }
      }
    }
  }

  private TherapyTraining training(TherapyEvidence evidence) throws IOException {
    NameSet names =
        terminologies == null
            ? TrainingResources.therapyModel().names()
            : TherapyNames.read(terminologies, new BiomedicalTokenizer(), CommonWords.shipped());
    SentenceSplitter splitter = TrainingResources.splitter();
    NameSet uses =
        texts.isEmpty()
            ? TrainingResources.therapyModel().uses()
            : TherapyTraining.uses(read(texts), splitter, evidence, new BiomedicalTokenizer());
    return new TherapyTraining(
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
