package org.immunospan.uima.resource;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.segment.SentenceSplitter;

/** A sentence model, loaded once. */
public final class SentenceModelResource implements SharedResourceObject {

  private Supplier<SentenceSplitter> splitters;

  @Override
  public void load(DataResource data) throws ResourceInitializationException {
    try (InputStream in = data.getInputStream()) {
      splitters = SentenceSplitter.load(in);
    } catch (IOException e) {
      throw new ResourceInitializationException(e);
    }
  }

  /** A splitter for one engine, hence for one thread. */
  public SentenceSplitter newSplitter() {
    return splitters.get();
  }
}
