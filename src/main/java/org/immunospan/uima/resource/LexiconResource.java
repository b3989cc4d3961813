package org.immunospan.uima.resource;

import java.io.IOException;
import java.io.InputStream;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.lexicon.LexiconMatcher;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.tag.LexiconTagger;
import org.immunospan.tag.Tagger;

/** A lexicon compiled to a matcher. The tagger it gives is shared: it is immutable. */
public final class LexiconResource implements TaggerResource, SharedResourceObject {

  private LexiconTagger tagger;

  @Override
  public void load(DataResource data) throws ResourceInitializationException {
    try (InputStream in = data.getInputStream()) {
      tagger =
          new LexiconTagger(
              LexiconMatcher.of(
                  LexiconReader.read(in, data.getUri().toString()), new BiomedicalTokenizer()));
    } catch (IOException e) {
      throw new ResourceInitializationException(e);
    }
  }

  @Override
  public Tagger newTagger() {
    return tagger;
  }
}
