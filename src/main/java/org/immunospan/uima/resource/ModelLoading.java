package org.immunospan.uima.resource;

import java.io.IOException;
import java.io.InputStream;
import org.apache.uima.resource.DataResource;

/** Opens what a resource is to load from, on disk or in a jar, and names it when that fails. */
final class ModelLoading {

  /** Makes something of a stream. */
  interface Loader<T> {
    T load(InputStream in, String fileName) throws IOException;
  }

  private ModelLoading() {}

  /**
   * @throws ModelFileException if the file cannot be read or is not what the loader expects
   */
  static <T> T load(DataResource data, Loader<T> loader) {
    String uri = data.getUri().toString();
    String fileName = uri.substring(uri.lastIndexOf('/') + 1);
    // DataResource.getInputStream fails for the data resources that uimaFIT 3.6 makes.
    try (InputStream in = data.getUri().toURL().openStream()) {
      return loader.load(in, fileName);
    } catch (IOException | IllegalArgumentException e) {
      throw ModelFileException.of(fileName, e);
    }
  }
}
