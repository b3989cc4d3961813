package org.immunospan.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.immunospan.run.Annotating;
import org.immunospan.text.Document;
import org.immunospan.text.Quantity;
import org.immunospan.text.UserException;
import org.immunospan.uima.Pipeline;
import org.immunospan.uima.PipelineConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code immunospan bench}: how fast this machine annotates. Reads all documents into memory first,
 * so that reading and writing are not measured.
 */
@Command(
    name = "bench",
    description = {
      "Measures how many documents a second this machine annotates.",
      "",
      "Runs the pipeline over all documents several times after one round to warm up, and prints"
          + " every round, the median and the share of each annotator. Writes no files."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  immunospan bench ../shared/data/abstracts-unlabelled --threads 1 --rounds 5"
    })
final class BenchCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "INPUT", description = "As for annotate.")
  private List<String> inputs;

  @Option(names = "--threads", paramLabel = "N", description = "Number of threads; 1 by default.")
  private int threads = 1;

  @Option(names = "--rounds", paramLabel = "N", description = "How often to measure; 5 by default.")
  private int rounds = 5;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "Take the first N documents alone; all by default.")
  private int most = Integer.MAX_VALUE;

  @Override
  public Integer call() {
    if (threads < 1 || rounds < 1 || most < 1) {
      throw new UserException("--threads, --rounds and --most: expected a number from 1");
    }
    List<Document> documents = read();
    long characters = documents.stream().mapToLong(document -> document.text().length()).sum();
    System.out.printf(
        Locale.ROOT,
        "%s, %s, %s%n",
        Quantity.of(documents.size(), "document"),
        Quantity.of(characters, "character"),
        Quantity.of(threads, "thread"));
    try (Pipeline pipeline = Pipeline.of(PipelineConfig.DEFAULT);
        Annotating<Document, Integer> annotator =
            new Annotating<>(
                threads,
                document -> pipeline.annotate(document).mentions().size(),
                document -> 0,
                Annotating.LIMIT)) {
      System.err.println("warming up ...");
      round(annotator, documents);
      Map<String, Long> before = pipeline.millisecondsByStep();
      double[] perSecond = new double[rounds];
      for (int i = 0; i < rounds; i++) {
        double seconds = round(annotator, documents);
        perSecond[i] = documents.size() / seconds;
        System.out.printf(
            Locale.ROOT, "round %d: %.2f s, %,.0f documents/s%n", i + 1, seconds, perSecond[i]);
      }
      Arrays.sort(perSecond);
      System.out.printf(
          Locale.ROOT,
          "median: %,.0f documents/s (lowest %,.0f, highest %,.0f)%n",
          perSecond[rounds / 2],
          perSecond[0],
          perSecond[rounds - 1]);
      printSteps(before, pipeline.millisecondsByStep(), (long) documents.size() * rounds);
    }
    return 0;
  }

  private List<Document> read() {
    List<Document> documents = new ArrayList<>();
    Texts.read(
        inputs,
        document -> {
          if (documents.size() < most) {
            documents.add(document);
          }
        });
    if (documents.isEmpty()) {
      throw new UserException("expected documents in " + inputs + ", found none");
    }
    return documents;
  }

  private static double round(Annotating<Document, Integer> annotator, List<Document> documents) {
    long start = System.nanoTime();
    Iterator<List<Integer>> results = annotator.inOrder(documents.iterator());
    while (results.hasNext()) {
      results.next();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void printSteps(
      Map<String, Long> before, Map<String, Long> after, long documents) {
    Map<String, Long> spent = new TreeMap<>();
    after.forEach((step, time) -> spent.put(step, time - before.getOrDefault(step, 0L)));
    System.out.println("microseconds of one thread for each document:");
    spent.forEach(
        (step, time) ->
            System.out.printf(Locale.ROOT, "  %-20s %8.1f%n", step, 1000.0 * time / documents));
  }
}
