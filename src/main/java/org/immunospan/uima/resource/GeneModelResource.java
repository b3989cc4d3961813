package org.immunospan.uima.resource;

import java.util.function.Supplier;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.tag.NameFinderTagger;
import org.immunospan.tag.Tagger;
import org.immunospan.text.EntityType;

/** An OpenNLP name-finder model for genes, loaded once. */
public final class GeneModelResource implements TaggerResource, SharedResourceObject {

  private Pending<Supplier<Tagger>> taggers;

  @Override
  public void load(DataResource data) {
    taggers =
        ModelLoading.taggers(
            data, (in, source) -> NameFinderTagger.load(in, EntityType.GENE, source));
  }

  @Override
  public Tagger newTagger() {
    return taggers.get().get();
  }
}
