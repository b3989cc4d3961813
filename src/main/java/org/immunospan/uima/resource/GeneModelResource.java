package org.immunospan.uima.resource;

import java.util.function.Supplier;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.gene.GeneTagger;
import org.immunospan.tag.Tagger;

/** An OpenNLP name-finder model for genes, loaded once. */
public final class GeneModelResource implements TaggerResource, SharedResourceObject {

  private Pending<Supplier<Tagger>> taggers;

  @Override
  public void load(DataResource data) {
    taggers =
        ModelLoading.taggers(
            data, (in, source) -> GeneTagger.load(in, source));
  }

  @Override
  public Tagger newTagger() {
    return taggers.get().get();
  }
}
