package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.immunospan.gene.GeneModelFactory;
import org.immunospan.gene.GeneRules;
import org.immunospan.gene.GeneTagger;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.text.EntityType;
import org.immunospan.train.CommonWords;
import org.immunospan.train.CorpusSplit;
import org.immunospan.train.GeneNames;
import org.immunospan.train.GeneSamples;
import org.immunospan.train.NameFinderTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train gene}: a gene model from gold corpora. */
@Command(
    name = "gene",
    description = {
      "Trains a gene model for annotate --model gene=FILE, and scores it on what was held out, or"
          + " scores such models by cross-validation.",
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
          + " bc2gm/train:auxiliary --every 2 --exclude bc2gm/test --model my-gene.bin"
    })
final class TrainGeneCommand extends TrainNamesCommand {

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

  TrainGeneCommand() {
    super(EntityType.GENE);
  }

  @Override
  NameFinderTraining training(CorpusSplit split) throws IOException {
    SentenceSplitter splitter = TrainingResources.splitter();
    GeneModelFactory factory = factory();
    return new NameFinderTraining(
        new GeneSamples(
            new BiomedicalTokenizer(),
            split.sentences(document -> splitter.spans(document.document()))),
        () -> factory,
        (model, name) -> GeneTagger.of(model, GeneRules.read(FileSource.shipped()), name));
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
