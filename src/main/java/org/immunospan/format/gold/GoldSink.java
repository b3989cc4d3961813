package org.immunospan.format.gold;

import java.util.function.Consumer;

/** Where a reader puts what it finds: documents in the order of the source, problems as met. */
public record GoldSink(Consumer<GoldDocument> documents, Consumer<GoldProblem> problems) {

  public void accept(GoldDocument document) {
    documents.accept(document);
  }

  public void accept(GoldProblem problem) {
    problems.accept(problem);
  }
}
