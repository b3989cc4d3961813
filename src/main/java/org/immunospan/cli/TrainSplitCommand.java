package org.immunospan.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.EntityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private GoldFile out;

  @Override
  public Integer call() throws IOException {
    List<GoldDocument> heldOut = new ArrayList<>();
    corpora.split(EntityType.GENE).parts().forEach(part -> heldOut.addAll(part.heldOut()));
    out.write(heldOut);
    return 0;
  }
}
