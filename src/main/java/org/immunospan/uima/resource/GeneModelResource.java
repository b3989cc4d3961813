package org.immunospan.uima.resource;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
    try (InputStream in = data.getInputStream()) {
      taggers = NameFinderTagger.load(in, EntityType.GENE, name(data.getUri()));
    } catch (IOException e) {
      throw new ResourceInitializationException(e);
    }
  }

  @Override
  public Tagger newTagger() {
    return taggers.get();
  }

  private static String name(URI uri) {
    String path = uri.toString();
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.bin$", "");
  }
}
