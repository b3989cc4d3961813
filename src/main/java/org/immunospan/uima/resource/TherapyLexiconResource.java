package org.immunospan.uima.resource;

import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.tag.Tagger;
import org.immunospan.tag.TaggerUnion;
import org.immunospan.tag.TherapyPhrases;

/** A lexicon of therapies, with the patterns for therapies that no list holds. Shared. */
public final class TherapyLexiconResource implements TaggerResource, SharedResourceObject {

  private final LexiconResource lexicon = new LexiconResource();

  @Override
  public void load(DataResource data) {
    lexicon.load(data);
  }

  @Override
  public Tagger newTagger() {
    return new TaggerUnion(lexicon.newTagger(), new TherapyPhrases());
  }
}
