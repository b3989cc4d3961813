package org.immunospan.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A value that is being made on a thread of its own, begun at once. Models and lexicons are read
 * and summed side by side this way. The thread does not keep the program from ending. Safe for
 * threads.
 */
public final class Pending<T> {

  private final String name;
  private final FutureTask<T> task;

  private Pending(String name, FutureTask<T> task) {
    this.name = name;
    this.task = task;
  }

  /**
   * Begins to make a value.
   *
   * @param name of what is made, which the thread carries
   */
  public static <T> Pending<T> of(String name, Callable<T> maker) {
    Pending<T> pending = new Pending<>(name, new FutureTask<>(maker));
    Thread thread = new Thread(pending.task, name);
    thread.setDaemon(true);
    thread.start();
    return pending;
  }

  /**
   * The value, waited for if need be. What was thrown while it was made is thrown here, each time.
   *
   * @throws UncheckedIOException for an {@link IOException}
   * @throws IllegalStateException for any other checked exception, and if the thread that waits is
   *     interrupted
   */
  public T get() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof IOException fault) {
        throw new UncheckedIOException(fault);
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }
}
