package org.immunospan.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.text.EntityType;
import org.immunospan.text.Quantity;
import org.immunospan.train.CorpusSplit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train split}: the gold that {@code train gene} holds out, as a file. */
@Command(
    name = "split",
    description =
        "Writes the documents that train gene holds out, so that any model can be scored on them.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  immunospan train split --corpus NLMgene_Train.PubTator --map nlmgene --out heldout.jsonl",
      "  immunospan annotate heldout.jsonl --out result",
      "  immunospan evaluate --gold heldout.jsonl --types GENE --system result/spans.csv"
    })
final class TrainSplitCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpora;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The gold to write, as JSONL.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    write(corpora.split(EntityType.GENE));
    return 0;
  }

  private void write(CorpusSplit split) throws IOException {
    long documents = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      for (CorpusSplit.Part part : split.parts()) {
        for (GoldDocument document : part.heldOut()) {
          writer.write(JsonLinesWriter.line(document));
          documents++;
        }
      }
    }
    System.err.println(out + ": " + Quantity.of(documents, "document") + " held out");
  }
}
