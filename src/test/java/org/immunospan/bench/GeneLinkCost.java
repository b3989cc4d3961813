package org.immunospan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immunospan.format.GoldCorpus;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.gene.link.GeneLinkData;
import org.immunospan.gene.link.GeneLinker;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;

/**
 * What linking genes costs: heap and processor time of loading, processor time of a mention, on the
 * genes of a gold corpus. Processor time, since it says the same on a busy machine.
 *
 * <pre>{@code
 * mvn test-compile
 * java -cp "target/test-classes:target/classes:target/lib/*" org.immunospan.bench.GeneLinkCost CORPUS
 * }</pre>
 */
public final class GeneLinkCost {

  private static final int ROUNDS = 6;

  private GeneLinkCost() {}

  /** Argument: a gold corpus whose genes are of type {@code Gene} or {@code GENE}. */
  public static void main(String[] arguments) throws IOException {
    long heapBefore = heap();
    long loadBegin = processorNanos();
    GeneLinkData data = GeneLinkData.read(FileSource.shipped());
    long loaded = processorNanos() - loadBegin;
    System.out.printf(
        Locale.ROOT,
        "loading %.0f ms of one processor, %.1f MB of heap%n",
        loaded / 1e6,
        (heap() - heapBefore) / 1e6);
    SentenceSplitter splitter;
    try (InputStream in = FileSource.shipped().open("sentences.bin")) {
      splitter = SentenceSplitter.load(in).get();
    }
    List<SegmentedDocument> documents = new ArrayList<>();
    List<List<Mention>> genes = new ArrayList<>();
    for (GoldDocument gold : GoldCorpus.read(Path.of(arguments[0])).documents()) {
      documents.add(splitter.segment(gold.document()));
      genes.add(
          gold.mentions().stream()
              .filter(mention -> mention.type().equalsIgnoreCase(EntityType.GENE.name()))
              .map(mention -> Mention.of(mention.span(), EntityType.GENE).withScore(1))
              .toList());
    }
    int mentions = genes.stream().mapToInt(List::size).sum();
    for (int round = 1; round <= ROUNDS; round++) {
      GeneLinker linker = new GeneLinker(data);
      long begin = processorNanos();
      int found = 0;
      for (int i = 0; i < documents.size(); i++) {
        found += linker.link(documents.get(i), genes.get(i), Map.of()).size();
      }
      System.out.printf(
          Locale.ROOT,
          "round %d: %d mentions in %d documents, %.1f microseconds a mention%n",
          round,
          found,
          documents.size(),
          (processorNanos() - begin) / 1e3 / mentions);
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
