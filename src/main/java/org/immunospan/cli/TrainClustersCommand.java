package org.immunospan.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.train.ClusterTexts;
import org.immunospan.train.WordClusterTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train clusters}: word clusters from texts without annotation. */
@Command(
    name = "clusters",
    description = {
      "Learns classes of words from texts, for train gene.",
      "",
      "A text that occurs twice counts once. Annotations are passed over. Takes about four minutes"
          + " for 16 million words on a free processor."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  immunospan train clusters --texts ../shared/data/abstracts-unlabelled --out"
          + " clusters.gz"
    })
final class TrainClustersCommand implements Callable<Integer> {

  /** Enough for the features of the gene models, which name three levels. */
  private static final int[] SIZES = {64, 256, 1024};

  @Option(
      names = "--texts",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "What annotate reads, files and folders, and gold corpora that it does not: BC2GM folders"
              + " and brat.")
  private List<Path> paths;

  @Option(
      names = "--exclude",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Gold whose documents are left out, by identifier and by text.")
  private List<Path> excluded = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Same seed, same classes. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The clusters to write, gzipped.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    ClusterTexts texts = new ClusterTexts(CorpusOptions.exclusions(excluded, Map.of()));
    for (Path path : paths) {
      read(path, texts);
    }
    WordClusters clusters =
        new WordClusterTrainer(new BiomedicalTokenizer(), SIZES, seed, System.err::println)
            .train(texts.texts());
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
      clusters.write(stream);
    }
    return 0;
  }

  private static void read(Path path, ClusterTexts texts) throws IOException {
    try (Inputs inputs = Inputs.open(List.of(path.toString()), Optional.empty(), System.in)) {
      for (InputItem item : inputs) {
        if (item instanceof InputItem.Found found) {
          texts.add(found.document().id(), found.document().text());
        } else if (item instanceof InputItem.Failed failed) {
          System.err.println("left out: " + failed.error());
        } else if (item instanceof InputItem.LeftOut leftOut) {
          System.err.println("left out: " + leftOut.sourceFile() + ": " + leftOut.reason());
        }
      }
    }
  }
}
