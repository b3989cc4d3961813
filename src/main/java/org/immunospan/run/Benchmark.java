package org.immunospan.run;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.immunospan.text.Document;
import org.immunospan.text.Quantity;
import org.immunospan.uima.Pipeline;
import org.immunospan.uima.PipelineConfig;

/** Measures how fast this machine annotates documents in memory, without reading and writing. */
public final class Benchmark {

  private Benchmark() {}

  /**
   * Annotates all documents once to warm up and then several times; prints what each round took.
   */
  public static void run(
      List<Document> documents, int threads, int rounds, PrintStream out, PrintStream messages) {
    long characters = documents.stream().mapToLong(document -> document.text().length()).sum();
    out.printf(
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
      messages.println("warming up ...");
      round(annotator, documents);
      Map<String, Long> before = pipeline.millisecondsByStep();
      double[] perSecond = new double[rounds];
      for (int i = 0; i < rounds; i++) {
        double seconds = round(annotator, documents);
        perSecond[i] = documents.size() / seconds;
        out.printf(
            Locale.ROOT, "round %d: %.2f s, %,.0f documents/s%n", i + 1, seconds, perSecond[i]);
      }
      Arrays.sort(perSecond);
      out.printf(
          Locale.ROOT,
          "median: %,.0f documents/s (lowest %,.0f, highest %,.0f)%n",
          perSecond[rounds / 2],
          perSecond[0],
          perSecond[rounds - 1]);
      Map<String, Long> spent = new TreeMap<>(pipeline.millisecondsByStep());
      spent.replaceAll((step, time) -> time - before.getOrDefault(step, 0L));
      out.println("microseconds of one thread for each document:");
      spent.forEach(
          (step, time) ->
              out.printf(
                  Locale.ROOT, "  %-20s %8.1f%n", step, 1000.0 * time / documents.size() / rounds));
    }
  }

  private static double round(Annotating<Document, Integer> annotator, List<Document> documents) {
    long start = System.nanoTime();
    Iterator<List<Integer>> results = annotator.inOrder(documents.iterator());
    while (results.hasNext()) {
      results.next();
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
