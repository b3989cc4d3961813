package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.format.GoldCorpus;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.text.EntityType;
import org.immunospan.text.Quantity;
import org.immunospan.text.UserException;
import org.immunospan.train.Exclusions;
import org.immunospan.train.GeneSplit;
import org.immunospan.train.TrainingCorpus;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say which gold to learn from, and which part of it to hold out. */
final class CorpusOptions {

  /** One corpus with what belongs to it. */
  static final class Corpus {

    @Option(
        names = "--corpus",
        required = true,
        paramLabel = "PATH[:DOMAIN]",
        description =
            "A gold corpus in any format that evaluate reads; may be given several times. With a"
                + " DOMAIN, any word, its annotators had other habits than the model is to follow:"
                + " half of a pool of models starts from them.")
    private String path;

    @Option(
        names = "--map",
        paramLabel = "THEIRS=OURS,...",
        description =
            "Which types of that corpus are to be learned, named as ours (GENE or CELL), or a preset"
                + " of evaluate. Default: that type alone.")
    private String map;

    @Option(
        names = "--every",
        paramLabel = "N",
        description = "Take one of N documents of that corpus. Default: all.")
    private int every = 1;
  }

  @ArgGroup(exclusive = false, multiplicity = "1..*")
  private List<Corpus> corpora;

  @Option(
      names = "--exclude",
      paramLabel = "PATH",
      description =
          "Gold whose documents are not to be learned from, such as test parts, by identifier and by"
              + " text; may be given several times.")
  private List<Path> excluded = List.of();

  @Option(
      names = "--pmids",
      paramLabel = "PATH=FILE",
      description =
          "For a corpus or excluded gold with identifiers of its own: lines of identifier and PMID.")
  private Map<Path, Path> pmidFiles = Map.of();

  @Option(
      names = "--held-out",
      paramLabel = "N",
      description =
          "Hold out one of N PMIDs of the corpora without a domain, by a hash that is always the"
              + " same; 0 for none. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private int heldOut;

  /** The corpora, divided. */
  GeneSplit split(EntityType type) throws IOException {
    if (heldOut < 0 || heldOut == 1) {
      throw new UserException("--held-out: expected 0 or a number from 2, found " + heldOut);
    }
    return split(type, heldOut, 0);
  }

  /** The same, with one of so many parts held out; parts are numbered from 0. */
  GeneSplit split(EntityType type, int folds, int fold) throws IOException {
    List<TrainingCorpus> training = new ArrayList<>();
    for (Corpus corpus : corpora) {
      training.add(corpus(corpus, type));
    }
    return GeneSplit.of(training, exclusions(excluded, pmidFiles), folds, fold);
  }

  /**
   * Tells on stderr what is learned from and what is held out.
   *
   * @param noun what is marked, in the singular
   */
  static void tellAbout(GeneSplit split, String noun) {
    for (GeneSplit.Part part : split.parts()) {
      System.err.printf(
          "%s%s: %s with %s to learn from, %s held out%n",
          part.corpus().path(),
          part.corpus().domain().isEmpty() ? "" : ":" + part.corpus().domain(),
          Quantity.of(part.training().size(), "document"),
          Quantity.of(GeneSplit.Part.mentions(part.training()), noun),
          Quantity.of(part.heldOut().size(), "document"));
    }
  }

  private TrainingCorpus corpus(Corpus corpus, EntityType type) throws IOException {
    if (corpus.every < 1) {
      throw new UserException("--every: expected a number from 1, found " + corpus.every);
    }
    int colon = corpus.path.lastIndexOf(':');
    boolean isPath = colon < 1 || Files.exists(Path.of(corpus.path));
    Path path = Path.of(isPath ? corpus.path : corpus.path.substring(0, colon));
    return new TrainingCorpus(
        path,
        isPath ? "" : corpus.path.substring(colon + 1),
        type,
        types(corpus.map),
        pmids(path, pmidFiles),
        corpus.every);
  }

  private static TypeMap types(String map) {
    try {
      return map == null ? TypeMap.IDENTITY : TypeMap.parse(map);
    } catch (IllegalArgumentException e) {
      throw new UserException("--map: " + e.getMessage(), e);
    }
  }

  static Exclusions exclusions(List<Path> excluded, Map<Path, Path> pmidFiles) throws IOException {
    Exclusions exclusions = new Exclusions();
    for (Path path : excluded) {
      Map<String, String> pmids = pmids(path, pmidFiles);
      GoldCorpus.read(
          path,
          document ->
              exclusions.add(pmids.getOrDefault(document.id(), document.id()), document.text()),
          problem -> {});
    }
    return exclusions;
  }

  private static Map<String, String> pmids(Path path, Map<Path, Path> files) throws IOException {
    Path file = files.get(path);
    Map<String, String> pmids = new HashMap<>();
    if (file != null) {
      for (String line : Files.readAllLines(file)) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > 1) {
          pmids.put(fields[0], fields[1]);
        }
      }
    }
    return pmids;
  }
}
