package org.immunospan.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.uima.Pipeline;

/**
 * Annotates documents on several threads and hands the results on in the order in which the
 * documents came, on the thread that submits them. Holds at most a few batches for each thread.
 *
 * @param <R> what is made of a document on the thread that annotated it
 */
public final class ParallelAnnotator<R> implements AutoCloseable {

  /** Large enough to make the hand-over cheap, small enough to keep all threads busy at the end. */
  private static final int BATCH = 16;

  private static final int BATCHES_AHEAD = 4;

  private final Pipeline pipeline;
  private final Function<AnnotatedDocument, R> finish;
  private final Consumer<List<R>> results;
  private final ExecutorService workers;
  private final int mostPending;
  private final Deque<Future<List<R>>> pending = new ArrayDeque<>();
  private List<Document> batch = new ArrayList<>(BATCH);

  public ParallelAnnotator(
      Pipeline pipeline,
      int threads,
      Function<AnnotatedDocument, R> finish,
      Consumer<List<R>> results) {
    this.pipeline = pipeline;
    this.finish = finish;
    this.results = results;
    this.workers = Executors.newFixedThreadPool(threads);
    this.mostPending = threads * BATCHES_AHEAD;
  }

  /** Takes a document; may hand on results of earlier ones. */
  public void submit(Document document) {
    batch.add(document);
    if (batch.size() == BATCH) {
      submitBatch();
    }
  }

  /** Hands on the results of all documents. */
  public void finish() {
    if (!batch.isEmpty()) {
      submitBatch();
    }
    while (!pending.isEmpty()) {
      results.accept(take(pending.removeFirst()));
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void submitBatch() {
    while (pending.size() >= mostPending) {
      results.accept(take(pending.removeFirst()));
    }
    List<Document> documents = batch;
    batch = new ArrayList<>(BATCH);
    pending.addLast(workers.submit(() -> annotate(documents)));
  }

  private List<R> annotate(List<Document> documents) {
    List<R> finished = new ArrayList<>(documents.size());
    for (Document document : documents) {
      finished.add(finish.apply(pipeline.annotate(document)));
    }
    return finished;
  }

  private static <T> T take(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while annotating", e);
    }
  }
}
