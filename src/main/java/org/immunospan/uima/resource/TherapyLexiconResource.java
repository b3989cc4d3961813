package org.immunospan.uima.resource;

import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.tag.Tagger;
import org.immunospan.tag.TaggerUnion;
import org.immunospan.tag.TherapyPhrases;

/** A lexicon of therapies, with the patterns for therapies that no list holds. Shared. */
public final class TherapyLexiconResource implements TaggerResource, SharedResourceObject {

  private Tagger tagger;

  @Override
  public void load(DataResource data) {
    LexiconResource lexicon = new LexiconResource();
    lexicon.load(data);
    tagger = new TaggerUnion(lexicon.newTagger(), new TherapyPhrases());
  }

  @Override
  public Tagger newTagger() {
    return tagger;
  }
}
