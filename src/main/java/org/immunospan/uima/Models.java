package org.immunospan.uima;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.immunospan.resource.Pending;
import org.immunospan.resource.ResourceFile;
import org.immunospan.resource.Resources;
import org.immunospan.text.UserException;

/**
 * The models and lexicons of one pipeline, each loaded once, all at the same time on threads of
 * their own. Safe for threads.
 */
final class Models {

  private record Key(ModelKind kind, ResourceFile file) {}

  private final Resources resources = new Resources();
  private final Map<Key, Pending<Supplier<?>>> loading = new ConcurrentHashMap<>();

  /** As many at a time as there are processors: more would take memory and end no sooner. */
  private final Semaphore readers = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  /**
   * Begins to load a file, unless that has begun. The value throws {@link UserException} if the
   * file cannot be read or is not what its kind expects.
   */
  Pending<Supplier<?>> load(ModelKind kind, ResourceFile file) {
    return loading.computeIfAbsent(
        new Key(kind, file), key -> Pending.of(file.fileName(), () -> read(kind, file)));
  }

  /** The files that were read so far. */
  Resources resources() {
    return resources;
  }

  private Supplier<?> read(ModelKind kind, ResourceFile file) {
    readers.acquireUninterruptibly();
    try {
      return kind.load(file, resources);
    } catch (UserException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw fault(file, e);
    } finally {
      readers.release();
    }
  }

  private static UserException fault(ResourceFile file, Throwable e) {
    String name = file.fileName();
    String reason =
        e instanceof IOException fault
            ? UserException.reason(fault)
            : String.valueOf(e.getMessage());
    return new UserException(
        reason.startsWith(name) ? reason : name + ": cannot be loaded: " + reason, e);
  }
}
