package org.immunospan.corpus;

import java.util.function.Consumer;

/** Where a reader puts what it finds: documents in the order of the source, problems as met. */
public record GoldSink(Consumer<GoldDocument> documents, Consumer<GoldProblem> problems) {

  void accept(GoldDocument document) {
    documents.accept(document);
  }

  void accept(GoldProblem problem) {
    problems.accept(problem);
  }
}
