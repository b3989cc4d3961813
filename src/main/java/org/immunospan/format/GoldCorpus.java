package org.immunospan.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldProblem;
import org.immunospan.format.gold.GoldSink;
import org.immunospan.format.gold.MalformedCorpusException;

/**
 * A gold corpus as read: every mention stands where its text is.
 *
 * @param format the format that was found, the first of them for a folder of several files
 * @param documents in the order of the source; ids may repeat if the corpus has them so
 * @param problems marks that do not fit their text
 */
public record GoldCorpus(
    GoldFormat format, List<GoldDocument> documents, List<GoldProblem> problems) {

  public GoldCorpus {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file, a zip file or a folder, in any of the formats of {@link GoldFormat}. A folder
   * that is neither BC2GM nor brat may hold several files; those in no known format, such as a
   * licence, are passed over. Types stay as they are in the corpus.
   *
   * @throws MalformedCorpusException naming file and line, if the format is unknown or broken
   */
  public static GoldCorpus read(Path source) throws IOException {
    List<GoldDocument> documents = new ArrayList<>();
    List<GoldProblem> problems = new ArrayList<>();
    GoldFormat format = read(source, documents::add, problems::add);
    return new GoldCorpus(format, documents, problems);
  }

  /** The same, handing out documents as they are read, for corpora that need not stay in memory. */
  public static GoldFormat read(
      Path source, Consumer<GoldDocument> documents, Consumer<GoldProblem> problems)
      throws IOException {
    GoldSink sink = new GoldSink(documents, problems);
    Optional<GoldFormat> format = GoldFormat.of(source);
    if (format.isPresent()) {
      format.get().reader().read(source, sink);
      return format.get();
    }
    GoldFormat first = null;
    for (Path file : files(source)) {
      Optional<GoldFormat> found = GoldFormat.of(file);
      if (found.isPresent()) {
        found.get().reader().read(file, sink);
        first = first == null ? found.get() : first;
      }
    }
    if (first == null) {
      throw new MalformedCorpusException(
          source.toString(),
          "expected gold as JSONL, PubTator, brat (.txt with .ann or .a1, or zipped), BioC XML,"
              + " IOB2/CoNLL, a BC2GM folder or spans.csv; found none of them");
    }
    return first;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().equals("documents.csv"))
          .sorted()
          .toList();
    }
  }
}
