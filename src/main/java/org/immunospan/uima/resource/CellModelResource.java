package org.immunospan.uima.resource;

import java.util.function.Supplier;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.tag.Tagger;
import org.immunospan.cell.CellTagger;

/** A model for cells, loaded once, with the shipped lexicon and grammar, which it needs. */
public final class CellModelResource implements TaggerResource, SharedResourceObject {

  private Pending<Supplier<Tagger>> taggers;

  @Override
  public void load(DataResource data) {
    taggers =
        ModelLoading.taggers(
            data, (in, source) -> CellTagger.load(in, CellResources.shipped(), source));
  }

  @Override
  public Tagger newTagger() {
    return taggers.get().get();
  }
}
