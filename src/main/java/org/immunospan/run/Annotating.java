package org.immunospan.run;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;

/**
 * Works on the items of a run on several threads and hands on the results in the order of the
 * items, to the thread that pulls them. Holds at most a few batches for each thread.
 *
 * <p>An item that needs more processor time than the limit is set aside: another result takes its
 * place, and a new thread goes on with the rest. Java cannot stop the old thread by force; it is
 * interrupted, and its late result is thrown away.
 *
 * @param <I> an item
 * @param <R> a result
 */
public final class Annotating<I, R> implements AutoCloseable {

  /** What annotating one document may take, in processor time of its thread. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  /** Large enough to make the hand-over cheap, small enough to keep all threads busy at the end. */
  private static final int BATCH = 16;

  private static final int BATCHES_AHEAD = 4;
  private static final long LOOK_MILLIS = 250;

  /** An item that runs longer is watched. Sooner would load the classes for it at every start. */
  private static final long WATCH_NANOS = 1_000_000_000L;

  private final Function<I, R> work;
  private final Function<I, R> setAside;
  private final Duration limit;
  private final int mostPending;
  private final BlockingDeque<Batch> waiting = new LinkedBlockingDeque<>();
  private final List<Thread> workers = new ArrayList<>();

  /**
   * @param work makes the result of an item, on one of the threads
   * @param setAside makes the result of an item that has reached the limit
   */
  public Annotating(int threads, Function<I, R> work, Function<I, R> setAside, Duration limit) {
    this.work = work;
    this.setAside = setAside;
    this.limit = limit;
    this.mostPending = threads * BATCHES_AHEAD;
    for (int i = 0; i < threads; i++) {
      startWorker();
    }
  }

  /**
   * The results of the items, in their order, some at a time. What {@code work} throws is thrown
   * here.
   */
  public Iterator<List<R>> inOrder(Iterator<I> items) {
    return new Iterator<>() {

      private final Deque<Batch> pending = new ArrayDeque<>();

      @Override
      public boolean hasNext() {
        while (pending.size() < mostPending && items.hasNext()) {
          List<I> next = new ArrayList<>(BATCH);
          while (next.size() < BATCH && items.hasNext()) {
            next.add(items.next());
          }
          Batch batch = new Batch(next);
          pending.addLast(batch);
          waiting.addLast(batch);
        }
        return !pending.isEmpty();
      }

      @Override
      public List<R> next() {
        Batch batch = pending.removeFirst();
        if (!batch.await()) {
          Batch rest = new Batch(batch.rest());
          pending.addFirst(rest);
          waiting.addFirst(rest);
          startWorker();
        }
        return batch.results;
      }
    };
  }

  /** Stops the threads; those that work on an item are interrupted and not waited for. */
  @Override
  public void close() {
    workers.forEach(Thread::interrupt);
  }

  private void startWorker() {
    Thread worker = new Thread(this::takeBatches, "annotating " + (workers.size() + 1));
    worker.setDaemon(true);
    workers.add(worker);
    worker.start();
  }

  private void takeBatches() {
    try {
      while (waiting.takeFirst().run()) {
        // The next one.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Some items that follow each other, worked on by one thread. */
  private final class Batch {

    private final List<I> items;
    private final List<R> results = new ArrayList<>();
    private Thread worker;
    private long begun;
    private Throwable fault;
    private boolean isGivenUp;

    /** The number of the item that is watched, and the processor time of its thread at first. */
    private int watched = -1;

    private long processorTimeAtFirst;

    Batch(List<I> items) {
      this.items = items;
    }

    /** Works on the items; false if the thread is not to take another batch. */
    boolean run() {
      for (I item : items) {
        begin();
        try {
          if (!end(work.apply(item))) {
            return false;
          }
        } catch (RuntimeException | Error e) {
          return fail(e);
        }
      }
      return true;
    }

    private synchronized void begin() {
      worker = Thread.currentThread();
      begun = System.nanoTime();
    }

    private synchronized boolean end(R result) {
      if (!isGivenUp) {
        results.add(result);
        notifyAll();
      }
      return !isGivenUp;
    }

    private synchronized boolean fail(Throwable e) {
      fault = e;
      notifyAll();
      return false;
    }

    /**
     * Waits for the results; false if an item was set aside, with which the results end.
     *
     * @throws RuntimeException that the work has thrown
     */
    synchronized boolean await() {
      while (results.size() < items.size()) {
        try {
          wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while annotating", e);
        }
        if (fault != null) {
          throw new IllegalStateException("annotating has failed", fault);
        }
        if (isOverdue()) {
          isGivenUp = true;
          worker.interrupt();
          results.add(setAside.apply(items.get(results.size())));
          return false;
        }
      }
      return true;
    }

    /** The items after the one that was set aside. */
    List<I> rest() {
      return List.copyOf(items.subList(results.size(), items.size()));
    }

    private boolean isOverdue() {
      long running = System.nanoTime() - begun;
      if (worker == null || results.size() == items.size() || running < WATCH_NANOS) {
        return false;
      }
      // Not the time on the clock: on a busy machine every document takes long.
      long time = ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.getId());
      if (watched != results.size()) {
        watched = results.size();
        processorTimeAtFirst = time;
      }
      return time - processorTimeAtFirst + WATCH_NANOS >= limit.toNanos();
    }
  }
}
