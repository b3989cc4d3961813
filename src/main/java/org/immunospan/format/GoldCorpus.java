package org.immunospan.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.immunospan.format.bc2gm.Bc2gmReader;
import org.immunospan.format.csv.CsvReader;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldProblem;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.source.ReadFault;

/**
 * A gold corpus as read: every mention is where its text is.
 *
 * @param format the format that was found, the first of them for a folder of several files
 * @param documents in the order of the source; ids may repeat if the corpus has them so
 * @param problems marks that do not fit their text
 */
public record GoldCorpus(Format format, List<GoldDocument> documents, List<GoldProblem> problems) {

  public GoldCorpus {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file, a zip file or a folder, in any {@link Format} that holds gold. A folder that is
   * not brat may hold several files; those in no known format, such as a licence, and those without
   * gold are ignored. Types stay as they are in the corpus.
   *
   * @throws MalformedCorpusException naming file and place, if there is no gold or it cannot be
   *     read
   */
  public static GoldCorpus read(Path source) throws IOException {
    List<GoldDocument> documents = new ArrayList<>();
    List<GoldProblem> problems = new ArrayList<>();
    Format format = read(source, documents::add, problems::add);
    return new GoldCorpus(format, documents, problems);
  }

  /** The same, handing out documents as they are read, for corpora that need not stay in memory. */
  public static Format read(
      Path source, Consumer<GoldDocument> documents, Consumer<GoldProblem> problems)
      throws IOException {
    boolean isFolder = Files.isDirectory(source);
    Format first = null;
    boolean hasGold = false;
    try (Inputs inputs = Inputs.ofGold(files(source))) {
      for (InputItem item : inputs) {
        if (item instanceof InputItem.Found found) {
          GoldDocument gold = found.gold();
          if (gold.isMarked()) {
            hasGold = true;
            take(gold, documents, problems);
          } else if (!isFolder) {
            throw noGold(source, "document " + gold.id() + " without mentions");
          }
        } else if (item instanceof InputItem.Failed failed) {
          if (!isFolder || failed.extent() != ReadFault.Extent.FORMAT) {
            String place = failed.error().sourceFile() + ": " + failed.error().place();
            throw new MalformedCorpusException(
                place.replace(": line ", ":"), failed.error().message());
          }
        } else if (item instanceof InputItem.FileDone done && hasGold && first == null) {
          first = done.file().format().orElseThrow();
        }
      }
    }
    if (first == null) {
      throw noGold(source, "none of them");
    }
    return first;
  }

  private static void take(
      GoldDocument gold, Consumer<GoldDocument> documents, Consumer<GoldProblem> problems)
      throws MalformedCorpusException {
    for (GoldProblem problem : gold.problems()) {
      if (problem.isMalformed()) {
        throw new MalformedCorpusException(problem.place(), problem.message());
      }
      problems.accept(problem);
    }
    documents.accept(gold);
  }

  private static MalformedCorpusException noGold(Path source, String found) {
    return new MalformedCorpusException(
        source.toString(),
        "expected gold as JSONL, PubTator, brat (.txt with .ann or .a1, or zipped), BioC XML,"
            + " IOB2/CoNLL, a BC2GM folder or spans.csv; found "
            + found);
  }

  /** The files of a corpus. Only brat has them at any depth. */
  private static List<String> files(Path source) throws IOException {
    if (!Files.exists(source)) {
      throw new NoSuchFileException(source.toString(), null, "no such file");
    }
    if (!Files.isDirectory(source) || isBrat(source)) {
      return List.of(source.toString());
    }
    try (Stream<Path> files = Files.list(source)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !isCompanion(file.getFileName().toString()))
              .map(Path::toString)
              .sorted()
              .toList();
      if (names.isEmpty()) {
        throw noGold(source, "none of them");
      }
      return names;
    }
  }

  private static boolean isCompanion(String name) {
    return name.equals(CsvReader.DOCUMENTS)
        || name.equals(Bc2gmReader.NAMES)
        || name.equals(Bc2gmReader.ALTERNATIVES)
        || name.startsWith(".");
  }

  private static boolean isBrat(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).anyMatch(f -> f.endsWith(".ann") || f.endsWith(".a1"));
    }
  }
}
