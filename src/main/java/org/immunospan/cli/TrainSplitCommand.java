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
@Command(name = "split")
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
