package org.immunospan.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or another polite request to end: the run is told, gets a few seconds to finish what it
 * has begun to write, and the process ends after the last message.
 */
final class Interruption implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch isOver = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean isRequested;

  /**
   * @param lastMessage what is done when the run is over and the process about to end
   */
  Interruption(Runnable lastMessage) {
    hook = new Thread(() -> end(lastMessage), "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end(Runnable lastMessage) {
    isRequested = true;
    try {
      if (!isOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        // It loses the part that it was writing; --resume does it again.
        isRequested = true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lastMessage.run();
  }

  /** Whether the run is to end as soon as it can. */
  boolean isRequested() {
    return isRequested;
  }

  /** The run is over, one way or the other. */
  @Override
  public void close() {
    isOver.countDown();
    if (!isRequested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending, by a request that came too late to be heard.
        isRequested = true;
      }
    }
  }
}
