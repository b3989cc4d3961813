package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.train.ClusterTexts;
import org.immunospan.train.Exclusions;
import org.immunospan.train.WordClusterTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train clusters}: word clusters from texts without annotation. */
@Command(name = "clusters")
final class TrainClustersCommand implements Callable<Integer> {

  /** Enough for the features of the gene models, which name three levels. */
  private static final int[] SIZES = {64, 256, 1024};

  @Option(names = "--texts", required = true, arity = "1..*", paramLabel = "PATH")
  private List<String> paths;

  @Option(names = "--exclude", arity = "1..*", paramLabel = "PATH")
  private List<Path> excluded = List.of();

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "FILE")
  private Path out;

  @Override
  public Integer call() throws IOException {
    ClusterTexts texts = new ClusterTexts(Exclusions.read(excluded, Map.of()));
    Texts.read(paths, document -> texts.add(document.id(), document.text()));
    new WordClusterTrainer(new BiomedicalTokenizer(), SIZES, seed, System.err::println)
        .write(texts, out);
    return 0;
  }
}
