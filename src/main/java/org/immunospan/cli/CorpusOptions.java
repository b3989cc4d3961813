package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.text.EntityType;
import org.immunospan.text.Quantity;
import org.immunospan.text.UserException;
import org.immunospan.train.CorpusSplit;
import org.immunospan.train.Exclusions;
import org.immunospan.train.TrainingCorpus;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say which gold to learn from, and which part of it to hold out. */
final class CorpusOptions {

  private static final String AUXILIARY = ":auxiliary";

  /** One corpus with what belongs to it. */
  static final class Corpus {

    @Option(names = "--corpus", required = true, paramLabel = "PATH[:auxiliary]")
    private String path;

    @Option(names = "--map", paramLabel = "THEIRS=OURS,...")
    private TypeMap map = TypeMap.IDENTITY;

    @Option(names = "--every", paramLabel = "N")
    private int every = 1;

    @Option(names = "--adapt")
    private boolean adapt;
  }

  @ArgGroup(exclusive = false, multiplicity = "1..*")
  private List<Corpus> corpora;

  @Option(names = "--exclude", paramLabel = "PATH")
  private List<Path> excluded = List.of();

  @Option(names = "--pmids", paramLabel = "PATH=FILE")
  private Map<Path, Path> pmidFiles = Map.of();

  @Option(names = "--held-out", paramLabel = "N", defaultValue = "5")
  private int heldOut;

  /** The corpora, divided. */
  CorpusSplit split(EntityType type) throws IOException {
    if (heldOut < 0 || heldOut == 1) {
      throw UserException.of("--held-out", "0 or a number from 2", String.valueOf(heldOut));
    }
    return split(type, heldOut, 0);
  }

  /** The same, with one of N parts held out; parts are numbered from 0. */
  CorpusSplit split(EntityType type, int folds, int fold) throws IOException {
    List<TrainingCorpus> training = new ArrayList<>();
    for (Corpus corpus : corpora) {
      training.add(corpus(corpus, type));
    }
    return CorpusSplit.of(training, Exclusions.read(excluded, pmidFiles), folds, fold);
  }

  /**
   * Tells on stderr what is learned from and what is held out.
   *
   * @param noun what is marked, in the singular
   */
  static void tellAbout(CorpusSplit split, String noun) {
    for (CorpusSplit.Part part : split.parts()) {
      System.err.printf(
          "%s%s: %s with %s to learn from, %s held out%n",
          part.corpus().path(),
          part.corpus().group().isEmpty() ? "" : ":" + part.corpus().group(),
          Quantity.of(part.training().size(), "document"),
          Quantity.of(CorpusSplit.Part.mentions(part.training()), noun),
          Quantity.of(part.heldOut().size(), "document"));
    }
  }

  private TrainingCorpus corpus(Corpus corpus, EntityType type) throws IOException {
    if (corpus.every < 1) {
      throw UserException.of("--every", "a number from 1", String.valueOf(corpus.every));
    }
    int colon = corpus.path.lastIndexOf(AUXILIARY);
    Path path = Path.of(colon < 0 ? corpus.path : corpus.path.substring(0, colon));
    return new TrainingCorpus(
        path,
        colon < 0 ? "" : corpus.path.substring(colon + 1),
        type,
        corpus.map,
        Exclusions.pmids(pmidFiles.get(path)),
        corpus.every,
        corpus.adapt);
  }
}
