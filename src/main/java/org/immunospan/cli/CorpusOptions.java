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

    @Option(
        names = "--corpus",
        required = true,
        paramLabel = "PATH[:auxiliary]",
        description =
            "A gold corpus in any format that evaluate reads; may be given several times. The model"
                + " follows the guidelines of the target corpora. With :auxiliary after it, a corpus"
                + " follows others: half of an ensemble of models starts from such. Corpora of"
                + " several guidelines are told apart as :auxiliary-NAME; of documents of one name"
                + " with the same PMID the first counts.")
    private String path;

    @Option(
        names = "--map",
        paramLabel = "THEIRS=OURS,...",
        description =
            "Which types of that corpus are learned, renamed to GENE, CELL or THERAPY, or a preset"
                + " of evaluate. Default: only the type of the same name.")
    private TypeMap map = TypeMap.IDENTITY;

    @Option(
        names = "--every",
        paramLabel = "N",
        description = "Take one of N documents of that corpus. Default: all.")
    private int every = 1;

    @Option(
        names = "--adapt",
        description =
            "Bring the cells of that corpus to the guidelines of this program first, by lexicon and"
                + " grammar.")
    private boolean adapt;
  }

  @ArgGroup(exclusive = false, multiplicity = "1..*")
  private List<Corpus> corpora;

  @Option(
      names = "--exclude",
      paramLabel = "PATH",
      description =
          "Gold whose documents are not learned from, such as test parts; they are recognised by"
              + " identifier and by text. Can be given several times.")
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
          "Hold out one of N PMIDs of the target corpora, chosen by a hash that is always the same;"
              + " 0 for none. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
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
