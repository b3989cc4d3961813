package org.immunospan.tag;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import opennlp.tools.namefind.TokenNameFinderModel;

/** Makes the finished tagger around a name-finder model. */
@FunctionalInterface
public interface TaggerFactory {

  /**
   * Prepares a model once. The result makes a tagger for one thread at each call.
   *
   * @param source what to call the model in the mentions
   * @throws IOException if the model is of another kind
   */
  Supplier<Tagger> of(TokenNameFinderModel model, String source) throws IOException;

  /**
   * The same for a file.
   *
   * @throws IOException if the file cannot be read or is something else
   */
  default Supplier<Tagger> load(InputStream in, String source) throws IOException {
    return of(ClusterModelFactory.read(in), source);
  }
}
