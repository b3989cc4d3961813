package org.immunospan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.text.Document;
import org.immunospan.uima.Pipeline;
import org.immunospan.uima.PipelineConfig;

/**
 * Annotates documents of a file one by one, for {@link InTurn}: the number of mentions of a
 * document, and for -1 the number of documents. Uses the JDK alone in what others see of it, so
 * that a class of this name, compiled against another commit, can run next to this one.
 */
public final class OneByOne implements IntToLongFunction {

  private final List<Document> documents = new ArrayList<>();
  private final Pipeline pipeline = Pipeline.of(PipelineConfig.DEFAULT);

  /** Reads the file and loads the models. */
  public OneByOne(String file) {
    try (Inputs inputs = Inputs.open(List.of(file), Optional.empty(), System.in)) {
      for (InputItem item : inputs) {
        if (item instanceof InputItem.Found found) {
          documents.add(found.document());
        }
      }
    }
  }

  @Override
  public long applyAsLong(int document) {
    return document < 0
        ? documents.size()
        : pipeline.annotate(documents.get(document)).mentions().size();
  }
}
