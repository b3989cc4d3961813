package org.immunospan.uima.resource;

import java.io.IOException;
import java.io.InputStream;
import org.apache.uima.resource.DataResource;

/** Opens what a resource is to load from, on disk or in a jar. */
final class ModelStream {

  private ModelStream() {}

  /** {@code DataResource.getInputStream} fails for the data resources that uimaFIT 3.6 makes. */
  static InputStream open(DataResource data) throws IOException {
    return data.getUri().toURL().openStream();
  }

  /** The name of the file without folders. */
  static String fileName(DataResource data) {
    String uri = data.getUri().toString();
    return uri.substring(uri.lastIndexOf('/') + 1);
  }
}
