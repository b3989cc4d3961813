package org.immunospan.train;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.format.csv.CsvTable;
import org.immunospan.format.csv.SpanRow;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.gene.link.GeneLinkData;
import org.immunospan.gene.link.LogLinearModel;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;

/** Trains the gene linker and writes its weights. */
public final class GeneLinkRun {

  private final SentenceSplitter splitter;
  private final Map<String, List<Mention>> product;

  /**
   * A run.
   *
   * @param product the genes that {@code annotate} found, by document ({@link #product})
   */
  public GeneLinkRun(SentenceSplitter splitter, Map<String, List<Mention>> product) {
    this.splitter = splitter;
    this.product = product;
  }

  /** Learns from what is not held out and writes the weights. */
  public void train(CorpusSplit split, Path model) throws IOException {
    GeneLinkData data = GeneLinkData.read(FileSource.shipped(), LogLinearModel.EMPTY);
    List<GoldDocument> training = new ArrayList<>();
    split.parts().forEach(part -> training.addAll(part.training()));
    LogLinearModel weights = new GeneLinkTraining(splitter::segment).train(training, product, data);
    try (BufferedWriter out = Files.newBufferedWriter(model, StandardCharsets.UTF_8)) {
      out.write("# Weights of the gene linker, made by models/train-gene-link.sh.\n");
      for (Map.Entry<String, Double> weight : weights.weights().entrySet()) {
        out.write(weight.getKey() + "\t" + weight.getValue() + "\n");
      }
    }
  }

  /**
   * The genes in results of {@code annotate}, by document; each documents.csv lies next to it. Of a
   * document in several results the first counts, since its text may differ between corpora.
   */
  public static Map<String, List<Mention>> product(List<Path> files) throws IOException {
    Map<String, List<Mention>> mentions = new HashMap<>();
    for (Path file : files) {
      Map<String, List<Mention>> more = new HashMap<>();
      readProduct(file, more);
      more.forEach(mentions::putIfAbsent);
    }
    return mentions;
  }

  private static void readProduct(Path path, Map<String, List<Mention>> mentions)
      throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (CsvTable documents =
        CsvTable.open(path.resolveSibling("documents.csv"), "doc_id", "text")) {
      for (CsvTable.Row row = documents.next(); row != null; row = documents.next()) {
        texts.put(row.get("doc_id"), row.get("text"));
        mentions.put(row.get("doc_id"), new ArrayList<>());
      }
    }
    try (CsvTable spans = CsvTable.open(path, SpanRow.REQUIRED.toArray(String[]::new))) {
      for (CsvTable.Row cells = spans.next(); cells != null; cells = spans.next()) {
        SpanRow row = SpanRow.of(cells);
        if (row.type().equals(EntityType.GENE.name())) {
          add(row, texts.getOrDefault(row.docId(), ""), mentions);
        }
      }
    }
  }

  private static void add(SpanRow row, String text, Map<String, List<Mention>> mentions) {
    Span span =
        new Span(text.offsetByCodePoints(0, row.begin()), text.offsetByCodePoints(0, row.end()));
    Mention mention = Mention.of(span, EntityType.GENE).withScore(row.score());
    List<Mention> of = mentions.computeIfAbsent(row.docId(), id -> new ArrayList<>());
    if (!of.contains(mention)) {
      of.add(mention);
    }
  }
}
