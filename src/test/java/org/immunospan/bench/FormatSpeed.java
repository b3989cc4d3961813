package org.immunospan.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.format.bioc.BioCJsonWriter;
import org.immunospan.format.bioc.BioCXmlWriter;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.format.pubannotation.PubAnnotationWriter;
import org.immunospan.format.pubtator.PubTatorWriter;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.Export;
import org.immunospan.format.write.MarkedDocument;

/**
 * How fast formats are written and read, mentions included, by the processor time of one thread:
 * {@code FormatSpeed FOLDER DOCUMENTS INPUT...} repeats the documents of the inputs under new
 * identifiers until there are so many, writes them in each format, and reads each file twice; with
 * {@code -Dformats=bioc-json} only in this one. With a small {@code -Xmx} it shows that memory does
 * not grow with the file.
 */
public final class FormatSpeed {

  private FormatSpeed() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int documents = Integer.parseInt(arguments[1]);
    List<GoldDocument> pattern = new ArrayList<>();
    read(List.of(arguments).subList(2, arguments.length), pattern);
    String formats = System.getProperty("formats", "");
    for (DocumentWriter writer :
        List.of(
            new JsonLinesWriter(),
            new PubTatorWriter(),
            new BioCJsonWriter(),
            new BioCXmlWriter(),
            new PubAnnotationWriter())) {
      if (!formats.isEmpty() && !List.of(formats.split(",", -1)).contains(writer.name())) {
        continue;
      }
      long begin = processorTime();
      try (Export export = Export.toFolder(writer, folder)) {
        for (int i = 0; i < documents; i++) {
          GoldDocument gold = pattern.get(i % pattern.size());
          export.write(
              MarkedDocument.of(
                  new GoldDocument(gold.document().withId(Integer.toString(i)), gold.mentions())));
        }
        export.complete();
      }
      double writing = seconds(begin);
      Path file = folder.resolve(writer.files().get(0).name());
      read(List.of(file.toString()), null);
      begin = processorTime();
      long count = read(List.of(file.toString()), null);
      double reading = seconds(begin);
      System.out.printf(
          Locale.ROOT,
          "%-14s %,d documents, %,.1f MB: written %,.0f/s, read %,.0f/s, heap %,d MB of %,d MB%n",
          writer.name(),
          count,
          Files.size(file) / 1e6,
          documents / writing,
          count / reading,
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
          Runtime.getRuntime().maxMemory() >> 20);
      Files.delete(file);
    }
  }

  private static double seconds(long begin) {
    return (processorTime() - begin) / 1e9;
  }

  /** Other programs on the machine do not count. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long read(List<String> files, List<GoldDocument> keep) {
    long count = 0;
    try (Inputs inputs = Inputs.open(files, Optional.empty(), System.in)) {
      for (InputItem item : inputs) {
        if (item instanceof InputItem.Found found) {
          count++;
          if (keep != null) {
            keep.add(found.gold());
          }
        } else if (item instanceof InputItem.Failed failed) {
          throw new IllegalStateException(failed.error().toString());
        }
      }
    }
    return count;
  }
}
