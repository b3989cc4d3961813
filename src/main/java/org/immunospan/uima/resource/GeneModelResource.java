package org.immunospan.uima.resource;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.tag.NameFinderTagger;
import org.immunospan.tag.Tagger;
import org.immunospan.text.EntityType;

/** An OpenNLP name-finder model for genes, loaded once. */
public final class GeneModelResource implements TaggerResource, SharedResourceObject {

  private Supplier<NameFinderTagger> taggers;

  @Override
  public void load(DataResource data) throws ResourceInitializationException {
    try (InputStream in = ModelStream.open(data)) {
      taggers =
          NameFinderTagger.load(
              in, EntityType.GENE, ModelStream.fileName(data).replaceFirst("\\.bin$", ""));
    } catch (IOException e) {
      throw new ResourceInitializationException(e);
    }
  }

  @Override
  public Tagger newTagger() {
    return taggers.get();
  }
}
