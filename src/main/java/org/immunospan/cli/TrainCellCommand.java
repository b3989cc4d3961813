package org.immunospan.cli;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
import org.immunospan.run.ExitCode;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
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
 * {@code train cell}: a cell model from gold corpora, or what such models find in held-out parts.
 */
@Command(
    name = "cell",
    description = {
      "Trains a cell model for annotate --model cell=FILE, or scores such models by"
          + " cross-validation.",
      "",
      "The target corpora define what a cell is; the auxiliary corpora, those with a LABEL, only"
          + " help to find it. The same corpora and options give the same files. models/train-cells.sh makes the shipped"
          + " model."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan train cell --corpus my-gold.jsonl --held-out 0 --model my-cells.bin",
      "  immunospan train cell --scheme corpus --corpus CellLink_part.BioC.xml --map celllink"
          + " --folds 5 --out predictions.csv"
    })
final class TrainCellCommand implements Callable<Integer> {

  private static final int EPOCHS = 10;

  @Mixin private TrainingOptions options;

  @Option(names = "--model", paramLabel = "FILE", description = "The model to write.")
  private Path model;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "Instead of writing a model: divide the target corpora into N parts by PMID, and find the"
              + " cells of each part by a model that learned from the other parts.",
      defaultValue = "0")
  private int folds;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --folds: the file to write the cells to, in the format of spans.csv.")
  private Path out;

  @Option(
      names = "--templates",
      paramLabel = "FILE",
      description = "A file of feature templates. Default: those of the shipped model.")
  private Path templates;

  @Override
  public Integer call() throws IOException {
    if ((model == null) == (folds == 0) || (out == null) != (folds == 0) || folds == 1) {
      throw new UserException("expected --model, or --folds with a number from 2 and --out");
    }
    if (folds > 0) {
      crossValidate();
      return ExitCode.COMPLETE;
    }
    GeneSplit split = options.corpora().split(EntityType.CELL);
    CorpusOptions.tellAbout(split, "cell");
    training().write(split.sources(), effort(), model);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(model))) {
      Tagger tagger = CellTagger.load(in, TrainingResources.cellGrammar(), model.toString()).get();
      HeldOutScore.print(split, EntityType.CELL, tagger, TrainingResources.splitter(), System.out);
    }
    return ExitCode.COMPLETE;
  }

  private void crossValidate() throws IOException {
    CellTraining training = training();
    SentenceSplitter splitter = TrainingResources.splitter();
    SpansCsv csv = new SpansCsv(OffsetUnit.CODEPOINTS);
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      writer.write(SpansCsv.header());
      for (int fold = 0; fold < folds; fold++) {
        GeneSplit split = options.corpora().split(EntityType.CELL, folds, fold);
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
    return new CellTraining.Effort(
        options.epochs(EPOCHS), options.seed(), options.ensemble());
  }

  private CellTraining training() throws IOException {
    return new CellTraining(
        TrainingResources.splitter(), TrainingResources.cellGrammar(), factory());
  }

  private CellModelFactory factory() throws IOException {
    WordClusters words = options.clusters();
    NameSet lines =
        options.terminologies() == null
            ? TrainingResources.cellModel().lines()
            : CellLineNames.read(
                options.terminologies(), new BiomedicalTokenizer(), CommonWords.shipped());
    return templates == null
        ? new CellModelFactory(words, lines, options.scheme())
        : new CellModelFactory(words, lines, options.scheme(), Files.readString(templates));
  }
}
