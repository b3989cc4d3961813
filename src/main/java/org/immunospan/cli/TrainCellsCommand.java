package org.immunospan.cli;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.immunospan.cell.CellModelFactory;
import org.immunospan.cell.CellTagger;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.format.csv.OffsetUnit;
import org.immunospan.format.csv.SpansCsv;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.Tagger;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.EntityType;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.UserException;
import org.immunospan.train.CellLineNames;
import org.immunospan.train.CellTraining;
import org.immunospan.train.CommonWords;
import org.immunospan.train.GeneSplit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code train cells}: a cell model from gold corpora, or what such models find in held-out parts.
 */
@Command(
    name = "cells",
    description = {
      "Trains a cell model for annotate --model cells=FILE, or scores such models by"
          + " cross-validation.",
      "",
      "The corpora without a DOMAIN say what a cell is; the others only help to find it. The same"
          + " corpora and options give the same files. models/train-cells.sh makes the shipped"
          + " model."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan train cells --corpus my-gold.jsonl --held-out 0 --model my-cells.bin",
      "  immunospan train cells --scheme corpus --corpus CellLink_part.BioC.xml --map celllink"
          + " --folds 5 --out predictions.csv"
    })
final class TrainCellsCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpora;

  @Option(names = "--model", paramLabel = "FILE", description = "The model to write.")
  private Path model;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "Instead of a model: divide the corpora without a domain into N parts by PMID, and find"
              + " the cells of each part by a model that learned from the others.",
      defaultValue = "0")
  private int folds;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --folds: what was found, as spans.csv.")
  private Path out;

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

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the corpora. Default: ${DEFAULT-VALUE}.",
      defaultValue = "10")
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
          "So many models averaged into one, each without some features, every second one started"
              + " from the corpora with a domain. Default: ${DEFAULT-VALUE}.",
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
    try {
      if (folds > 0) {
        crossValidate();
      } else {
        GeneSplit split = corpora.split(EntityType.CELL);
        CorpusOptions.tellAbout(split, "cell");
        training().write(split.sources(), effort(), model);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(model))) {
          Tagger tagger = CellTagger.load(in, TrainingResources.cellGrammar(), model.toString()).get();
          HeldOutScore.print(
              split, EntityType.CELL, tagger, TrainingResources.splitter(), System.out);
        }
      }
      return 0;
    } catch (MalformedCorpusException e) {
      throw new UserException(e.getMessage(), e);
    } catch (FileSystemException e) {
      throw new UserException(e.getFile() + ": cannot be read or written", e);
    }
  }

  private void crossValidate() throws IOException {
    CellTraining training = training();
    SentenceSplitter splitter = TrainingResources.splitter();
    SpansCsv csv = new SpansCsv(OffsetUnit.CODEPOINTS);
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      writer.write(SpansCsv.header());
      for (int fold = 0; fold < folds; fold++) {
        GeneSplit split = corpora.split(EntityType.CELL, folds, fold);
        CorpusOptions.tellAbout(split, "cell");
        Tagger finder = training.tagger(split.sources(), effort(), "fold " + (fold + 1));
        for (GeneSplit.Part part : split.parts()) {
          for (GoldDocument gold : part.heldOut()) {
            SegmentedDocument document = splitter.segment(gold.document());
            write(document, finder, csv, writer);
          }
        }
      }
    }
  }

  private static void write(SegmentedDocument document, Tagger finder, SpansCsv csv, Writer writer)
      throws IOException {
    StringBuilder rows = new StringBuilder();
    csv.append(
        new AnnotatedDocument(document.document(), document.sentences(), finder.tag(document)),
        rows);
    writer.write(rows.toString());
  }

  private CellTraining.Effort effort() {
    return new CellTraining.Effort(epochs, seed, pool);
  }

  private CellTraining training() throws IOException {
    return new CellTraining(TrainingResources.splitter(), TrainingResources.cellGrammar(), factory());
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
