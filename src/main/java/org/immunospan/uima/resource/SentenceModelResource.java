package org.immunospan.uima.resource;

import java.util.function.Supplier;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.segment.SentenceSplitter;

/** A sentence model, loaded once. */
public final class SentenceModelResource implements SharedResourceObject {

  private Pending<Supplier<SentenceSplitter>> splitters;

  @Override
  public void load(DataResource data) {
    splitters = ModelLoading.load(data, (in, fileName) -> SentenceSplitter.load(in));
  }

  /** A splitter for one engine, hence for one thread. */
  public SentenceSplitter newSplitter() {
    return splitters.get().get();
  }
}
