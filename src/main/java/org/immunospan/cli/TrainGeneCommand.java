package org.immunospan.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.immunospan.gene.GeneModelFactory;
import org.immunospan.gene.GeneRules;
import org.immunospan.gene.GeneTagger;
import org.immunospan.resource.FileSource;
import org.immunospan.run.ExitCode;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.Tagger;
import org.immunospan.text.EntityType;
import org.immunospan.train.CommonWords;
import org.immunospan.train.GeneNames;
import org.immunospan.train.GeneSplit;
import org.immunospan.train.GeneTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train gene}: a gene model from gold corpora. */
@Command(
    name = "gene",
    description = {
      "Trains a gene model for annotate --model gene=FILE, and scores it on what was held out.",
      "",
      "The same corpora and options give the same file. models/train-gene.sh makes the shipped"
          + " models."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan train gene --corpus my-gold.jsonl --model my-gene.bin",
      "  immunospan train gene --corpus NLMgene_Train.PubTator --map nlmgene --corpus"
          + " bc2gm/train:bc2gm --every 2 --exclude bc2gm/test --model my-gene.bin"
    })
final class TrainGeneCommand implements Callable<Integer> {

  private static final int EPOCHS = 8;

  @Mixin private TrainingOptions options;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "The model to write.")
  private Path model;

  @Override
  public Integer call() throws IOException {
    GeneSplit split = options.corpora().split(EntityType.GENE);
    CorpusOptions.tellAbout(split, "gene");
    train(split);
    HeldOutScore.print(split, EntityType.GENE, tagger(), TrainingResources.splitter(), System.out);
    return ExitCode.COMPLETE;
  }

  private Tagger tagger() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(model))) {
      return GeneTagger.load(in, GeneRules.read(FileSource.shipped()), model.toString()).get();
    }
  }

  private void train(GeneSplit split) throws IOException {
    SentenceSplitter splitter = TrainingResources.splitter();
    GeneTraining training =
        new GeneTraining(
            new BiomedicalTokenizer(),
            split.sentences(document -> splitter.spans(document.document())),
            factory());
    training.write(
        split.sources(), options.epochs(EPOCHS), options.seed(), options.ensemble(), model);
  }

  private GeneModelFactory factory() throws IOException {
    GeneModelFactory shipped = TrainingResources.geneModel();
    GeneNames names =
        options.terminologies() == null
            ? null
            : new GeneNames(
                options.terminologies(), new BiomedicalTokenizer(), CommonWords.shipped());
    return new GeneModelFactory(
        options.clusters(),
        names == null ? shipped.genes() : names.genes(),
        names == null ? shipped.others() : names.others(),
        options.scheme());
  }
}
