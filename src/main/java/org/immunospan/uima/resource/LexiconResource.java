package org.immunospan.uima.resource;

import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.lexicon.LexiconMatcher;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.tag.LexiconTagger;
import org.immunospan.tag.Tagger;

/** A lexicon compiled to a matcher. The tagger it gives is shared: it is immutable. */
public final class LexiconResource implements TaggerResource, SharedResourceObject {

  private Pending<LexiconTagger> tagger;

  @Override
  public void load(DataResource data) {
    tagger =
        ModelLoading.load(
            data,
            (in, fileName) ->
                new LexiconTagger(
                    LexiconMatcher.of(
                        LexiconReader.read(in, fileName), new BiomedicalTokenizer())));
  }

  @Override
  public Tagger newTagger() {
    return tagger.get();
  }
}
