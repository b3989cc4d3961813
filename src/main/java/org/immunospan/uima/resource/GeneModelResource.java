package org.immunospan.uima.resource;

import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.tag.NameFinderTagger;
import org.immunospan.tag.Tagger;
import org.immunospan.text.EntityType;

/** An OpenNLP name-finder model for genes, loaded once. */
public final class GeneModelResource implements TaggerResource, SharedResourceObject {

  private Supplier<Tagger> taggers;

  @Override
  public void load(DataResource data) {
    taggers =
        ModelLoading.load(
            data,
            (in, fileName) -> {
              byte[] model = in.readAllBytes();
              return NameFinderTagger.load(
                  new ByteArrayInputStream(model),
                  EntityType.GENE,
                  ModelLoading.source(fileName, model));
            });
  }

  @Override
  public Tagger newTagger() {
    return taggers.get();
  }
}
