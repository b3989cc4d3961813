package org.immunospan.uima.resource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.apache.uima.resource.DataResource;
import org.immunospan.tag.Tagger;

/** Opens what a resource is to load from, on disk or in a jar, and names it when that fails. */
final class ModelLoading {

  /** Makes something of a stream. */
  interface Loader<T> {
    T load(InputStream in, String fileName) throws IOException;
  }

  /** Makes taggers of a model, whose name and version their mentions carry. */
  interface TaggerLoader {
    Supplier<Tagger> load(InputStream in, String source) throws IOException;
  }

  private static final int VERSION_BYTES = 4;

  private ModelLoading() {}

  /**
   * Begins to load. The value throws {@link ModelFileException} if the file cannot be read or is
   * not what the loader expects.
   */
  static <T> Pending<T> load(DataResource data, Loader<T> loader) {
    String uri = data.getUri().toString();
    String fileName = uri.substring(uri.lastIndexOf('/') + 1);
    return Pending.of(fileName, () -> load(data, fileName, loader));
  }

  private static <T> T load(DataResource data, String fileName, Loader<T> loader) {
    // DataResource.getInputStream fails for the data resources that uimaFIT 3.6 makes.
    try (InputStream in = data.getUri().toURL().openStream()) {
      return loader.load(in, fileName);
    } catch (IOException | IllegalArgumentException e) {
      throw ModelFileException.of(fileName, e);
    }
  }

  /** The same of taggers, which carry the name and version of the model. */
  static Pending<Supplier<Tagger>> taggers(DataResource data, TaggerLoader loader) {
    return load(
        data,
        (in, fileName) -> {
          byte[] model = in.readAllBytes();
          return loader.load(new ByteArrayInputStream(model), source(fileName, model));
        });
  }

  /** The name of the model and the begin of its SHA-256, which stands for its version. */
  private static String source(String fileName, byte[] model) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(model);
      return fileName.replaceFirst("\\.bin$", "")
          + "@"
          + HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
