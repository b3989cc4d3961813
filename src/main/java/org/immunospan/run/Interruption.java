package org.immunospan.run;

/**
 * Ctrl-C, or another polite request to end: the run is asked to stop, gets a few seconds to finish
 * what it has begun to write, and the process ends after the last message.
 */
final class Interruption implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 5_000;

  private final Thread hook;
  private volatile boolean isRequested;
  private boolean isOver;

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
      awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lastMessage.run();
  }

  /** Without end, the part that is being written is lost; --resume does it again. */
  private synchronized void awaitEnd() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    for (long left = PATIENCE_MILLIS; !isOver && left > 0; left = millisUntil(deadline)) {
      wait(left);
    }
  }

  private static long millisUntil(long deadline) {
    return (deadline - System.nanoTime()) / 1_000_000;
  }

  /** Whether the run is to end as soon as it can. */
  boolean isRequested() {
    return isRequested;
  }

  /** The run is over, one way or the other. */
  @Override
  public void close() {
    synchronized (this) {
      isOver = true;
      notifyAll();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending; the last message is being printed.
      return;
    }
  }
}
