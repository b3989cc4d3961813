package org.immunospan.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.immunospan.format.GoldCorpus;
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
import org.immunospan.train.CorpusSplit;
import org.immunospan.train.GeneLinkScore;
import org.immunospan.train.GeneLinkTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train gene-link}: the weights of the gene linker. */
@Command(
    name = "gene-link",
    description =
        "Trains the gene linker on gold with NCBI Gene ids and scores it on what is held out.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainGeneLinkCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpora;

  @Option(
      names = "--product",
      required = true,
      paramLabel = "SPANS.CSV",
      description = "What annotate wrote for the same documents; may be given several times.")
  private List<Path> product;

  @Option(
      names = "--test",
      paramLabel = "PATH",
      description = "Gold to score on, as well as what is held out; may be given several times.")
  private List<Path> tests = List.of();

  @Option(names = "--fold", paramLabel = "N", description = "Which part to hold out, from 0.")
  private int fold;

  @Option(names = "--errors", paramLabel = "FILE", description = "Where to list what went wrong.")
  private Path errors;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "The weights to write.")
  private Path model;

  @Override
  public Integer call() throws IOException {
    CorpusSplit split = corpora.split(EntityType.GENE, 5, fold);
    CorpusOptions.tellAbout(split, "gene");
    SentenceSplitter splitter = TrainingResources.splitter();
    Map<String, List<Mention>> mentions = new HashMap<>();
    for (Path path : product) {
      readProduct(path, mentions);
    }
    GeneLinkData data = GeneLinkData.read(FileSource.shipped(), LogLinearModel.EMPTY);
    List<GoldDocument> training = new ArrayList<>();
    split.parts().forEach(part -> training.addAll(part.training()));
    LogLinearModel weights =
        new GeneLinkTraining(splitter::segment).train(training, mentions, data);
    write(weights);
    GeneLinkData trained = data.with(weights);
    OutputStream file =
        errors == null ? OutputStream.nullOutputStream() : Files.newOutputStream(errors);
    try (PrintStream list = new PrintStream(file, false, StandardCharsets.UTF_8)) {
      for (CorpusSplit.Part part : split.parts()) {
        score(
            part.corpus().path() + " held out", part.heldOut(), mentions, trained, splitter, list);
      }
      for (Path test : tests) {
        List<GoldDocument> gold = new ArrayList<>();
        GoldCorpus.read(
            test,
            document ->
                gold.add(
                    new GoldDocument(
                        document.document(),
                        document.mentions().stream()
                            .filter(m -> m.type().equals("Gene"))
                            .toList())),
            problem -> {});
        score(test.toString(), gold, mentions, trained, splitter, list);
      }
    }
    return 0;
  }

  private static void score(
      String title,
      List<GoldDocument> gold,
      Map<String, List<Mention>> mentions,
      GeneLinkData data,
      SentenceSplitter splitter,
      PrintStream errors) {
    for (boolean humanOnly : new boolean[] {false, true}) {
      System.out.println(title + (humanOnly ? " --species human" : ""));
      errors.println("# " + title + humanOnly);
      GeneLinkScore score = new GeneLinkScore(data, splitter::segment, 0.5, humanOnly, errors);
      for (GoldDocument document : gold) {
        score.add(document, mentions.getOrDefault(document.id(), List.of()));
      }
      score.print(System.out);
    }
  }

  private void write(LogLinearModel weights) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(model, StandardCharsets.UTF_8)) {
      out.write("# Weights of the gene linker, made by models/train-gene-link.sh.\n");
      for (Map.Entry<String, Double> weight : weights.weights().entrySet()) {
        out.write(weight.getKey() + "\t" + weight.getValue() + "\n");
      }
    }
  }

  private static void readProduct(Path path, Map<String, List<Mention>> mentions)
      throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (CsvTable documents =
        CsvTable.open(path.resolveSibling("documents.csv"), "doc_id", "text")) {
      for (CsvTable.Row row = documents.next(); row != null; row = documents.next()) {
        texts.put(row.get("doc_id"), row.get("text"));
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
