package org.immunospan.uima.resource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
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

  private static final int VERSION_DIGITS = 8;

  /** As many at a time as there are processors: more would take memory and end no sooner. */
  private static final Semaphore READERS =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

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
    READERS.acquireUninterruptibly();
    // DataResource.getInputStream fails for the data resources that uimaFIT 3.6 makes.
    try (InputStream in = data.getUri().toURL().openStream()) {
      return loader.load(in, fileName);
    } catch (IOException | IllegalArgumentException e) {
      throw ModelFileException.of(fileName, e);
    } finally {
      READERS.release();
    }
  }

  /**
   * The same of taggers, which carry the name of the model and the begin of its checksum, which
   * stands for its version.
   */
  static Pending<Supplier<Tagger>> taggers(DataResource data, TaggerLoader loader) {
    return load(
        data,
        (in, fileName) -> {
          byte[] model = in.readAllBytes();
          String version = Checksum.of(data.getUri().toURL()).substring(0, VERSION_DIGITS);
          String source = fileName.replaceFirst("\\.bin$", "") + "@" + version;
          return loader.load(new ByteArrayInputStream(model), source);
        });
  }
}
