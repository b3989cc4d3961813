package org.immunospan.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.immunospan.cell.CellGrammarTagger;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.AbbreviationFinder;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Document;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.uima.Pipeline;
import org.immunospan.uima.PipelineConfig;

/**
 * Shows that time grows linearly with hostile texts: repeats each pattern of {@code
 * bench/hostile-patterns.tsv} up to 65,536 characters and prints the CPU time of each size and the
 * ratio of the last doubling that takes long enough to measure. Linear time has a ratio of 2; above
 * 2.5 the row is marked, and the exit code is 1.
 *
 * <pre>java -cp target/classes:target/test-classes:... org.immunospan.bench.HostilePatterns
 *     [cells | abbreviations | all] [LARGEST_SIZE] [ID ...]</pre>
 */
public final class HostilePatterns {

  private static final int SMALLEST = 4096;
  private static final double MAX_RATIO = 2.5;

  /** Shorter times say more about the machine than about the program. */
  private static final double MIN_SECONDS = 0.05;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private HostilePatterns() {}

  /** Runs the patterns; see the class. */
  public static void main(String[] args) throws IOException {
    Consumer<Document> step = step(args.length > 0 ? args[0] : "all");
    int largest = args.length > 1 ? Integer.parseInt(args[1]) : 65_536;
    List<String> wanted = args.length > 2 ? List.of(args).subList(2, args.length) : List.of();
    List<String> tooSlow = new ArrayList<>();
    step.accept(Document.of("warm", "", "CD4+ T cells and IL-2 (IL-2) were counted. ".repeat(200)));
    for (String line :
        Files.readAllLines(Path.of("src/test/resources/bench/hostile-patterns.tsv"))) {
      String[] fields = line.split("\t", -1);
      if (!fields[0].equals("id") && (wanted.isEmpty() || wanted.contains(fields[0]))) {
        double ratio = measure(fields[0], fields[1].replace("\\n", "\n"), largest, step);
        if (ratio > MAX_RATIO) {
          tooSlow.add(fields[0]);
        }
      }
    }
    System.out.println("too slow: " + tooSlow);
    System.exit(tooSlow.isEmpty() ? 0 : 1);
  }

  private static double measure(String id, String pattern, int largest, Consumer<Document> step) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-20s", id));
    double before = Double.NaN;
    double ratio = Double.NaN;
    for (int size = SMALLEST; size <= largest; size *= 2) {
      double seconds = seconds(pattern.repeat(size / pattern.length()), step);
      row.append(String.format(Locale.ROOT, " %8.3f", seconds));
      if (before >= MIN_SECONDS) {
        ratio = seconds / before;
      }
      before = seconds;
      if (seconds > 20) {
        break;
      }
    }
    System.out.printf(
        Locale.ROOT, "%s  ratio %.2f%s%n", row, ratio, ratio > MAX_RATIO ? "  TOO SLOW" : "");
    return ratio;
  }

  /** The better of two runs. */
  private static double seconds(String text, Consumer<Document> step) {
    Document document = Document.of("1", "", text);
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long begin = THREADS.getCurrentThreadCpuTime();
      step.accept(document);
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - begin) / 1e9);
    }
    return best;
  }

  private static Consumer<Document> step(String name) throws IOException {
    AbbreviationFinder abbreviations = new AbbreviationFinder();
    switch (name) {
      case "all" -> {
        Pipeline pipeline = Pipeline.of(new PipelineConfig(true, Map.of(), List.of()));
        return pipeline::annotate;
      }
      case "cells" -> {
        CellGrammarTagger tagger =
            CellGrammarTagger.read(FileSource.of(Path.of("models")), new BiomedicalTokenizer());
        return document -> tagger.evidence(segmented(document));
      }
      case "abbreviations" -> {
        return document ->
            abbreviations.find(document.text(), List.of(new Span(0, document.text().length())));
      }
      default ->
          throw new IllegalArgumentException("expected all, cells or abbreviations, found " + name);
    }
  }

  private static SegmentedDocument segmented(Document document) {
    Span all = new Span(0, document.text().length());
    Sentence sentence =
        new Sentence(1, all, new BiomedicalTokenizer().tokenize(document.text(), all));
    return new SegmentedDocument(document, List.of(sentence), List.of());
  }
}
