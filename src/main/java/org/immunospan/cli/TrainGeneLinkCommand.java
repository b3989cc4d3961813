package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.immunospan.text.EntityType;
import org.immunospan.train.CorpusSplit;
import org.immunospan.train.GeneLinkRun;
import org.immunospan.train.TrainingResources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train gene-link}: the weights of the gene linker. */
@Command(name = "gene-link")
final class TrainGeneLinkCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpora;

  @Option(names = "--product", required = true, paramLabel = "SPANS")
  private List<Path> product;

  @Option(names = "--fold", paramLabel = "N")
  private int fold;

  @Option(names = "--model", required = true, paramLabel = "FILE")
  private Path model;

  @Override
  public Integer call() throws IOException {
    CorpusSplit split = corpora.split(EntityType.GENE, 5, fold);
    CorpusOptions.tellAbout(split, "gene");
    new GeneLinkRun(TrainingResources.splitter(), GeneLinkRun.product(product)).train(split, model);
    return 0;
  }
}
