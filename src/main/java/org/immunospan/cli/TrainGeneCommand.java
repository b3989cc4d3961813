package org.immunospan.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.gene.GeneModelFactory;
import org.immunospan.gene.GeneRules;
import org.immunospan.gene.GeneTagger;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.Tagger;
import org.immunospan.text.EntityType;
import org.immunospan.text.UserException;
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

  @Mixin private CorpusOptions corpora;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "The model to write.")
  private Path model;

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
      description = "What train clusters wrote. Default: those of the shipped model.")
  private Path clusters;

  @Option(
      names = "--terminologies",
      paramLabel = "DIR",
      description =
          "The folder with hgnc, ncbi-gene and so on, to take names from. Default: those of the"
              + " shipped model.")
  private Path terminologies;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the corpora. Default: ${DEFAULT-VALUE}.",
      defaultValue = "8")
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
          "So many models averaged into one, every second one started from the corpora of other"
              + " habits. Default: ${DEFAULT-VALUE}.",
      defaultValue = "8")
  private int pool;

  @Override
  public Integer call() throws IOException {
    if (epochs < 1) {
      throw new UserException("--epochs: expected a number from 1, found " + epochs);
    }
    if (pool < 1) {
      throw new UserException("--pool: expected a number from 1, found " + pool);
    }
    try {
      GeneSplit split = corpora.split(EntityType.GENE);
      CorpusOptions.tellAbout(split, "gene");
      train(split);
      HeldOutScore.print(
          split, EntityType.GENE, tagger(), TrainingResources.splitter(), System.out);
      return 0;
    } catch (MalformedCorpusException e) {
      throw new UserException(e.getMessage(), e);
    } catch (FileSystemException e) {
      throw new UserException(e.getFile() + ": cannot be read or written", e);
    }
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
    training.write(split.sources(), epochs, seed, pool, model);
  }

  private GeneModelFactory factory() throws IOException {
    GeneModelFactory shipped = TrainingResources.geneModel();
    GeneNames names =
        terminologies == null
            ? null
            : new GeneNames(terminologies, new BiomedicalTokenizer(), CommonWords.shipped());
    return new GeneModelFactory(
        clusters == null ? shipped.clusters() : TrainingResources.clusters(clusters),
        names == null ? shipped.genes() : names.genes(),
        names == null ? shipped.others() : names.others(),
        scheme);
  }
}
