package org.immunospan.uima.resource;

import org.immunospan.tag.Tagger;

/** Something loaded once that every engine makes its own tagger from. Safe for threads. */
public interface TaggerResource {

  /** A tagger for one engine, hence for one thread. */
  Tagger newTagger();
}
