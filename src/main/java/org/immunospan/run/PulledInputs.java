package org.immunospan.run;

import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.immunospan.read.DocumentSink;
import org.immunospan.read.InputFile;
import org.immunospan.read.Inputs;
import org.immunospan.read.ReadError;
import org.immunospan.text.Document;

/** Lets one thread pull what another one reads. */
final class PulledInputs implements Iterator<Item>, AutoCloseable {

  private static final int AHEAD = 64;

  private record End(Inputs.Summary summary, Throwable fault) {}

  private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread reader;
  private Object next;

  PulledInputs(Inputs inputs) {
    reader = new Thread(() -> read(inputs), "reading");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Inputs inputs) {
    End end;
    try {
      end = new End(inputs.read(sink()), null);
    } catch (RuntimeException | Error e) {
      end = new End(null, e);
    }
    put(end);
  }

  private DocumentSink sink() {
    return new DocumentSink() {
      @Override
      public void document(Document document) {
        put(new Item.Read(document));
      }

      @Override
      public void error(ReadError error) {
        put(new Item.Fault(error));
      }

      @Override
      public void leftOut(String sourceFile, String reason) {
        put(new Item.LeftOut(sourceFile, reason));
      }

      @Override
      public void finished(InputFile file) {
        put(new Item.Finished(file));
      }
    };
  }

  private void put(Object item) {
    try {
      queue.put(item);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while reading", e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      next = next == null ? queue.take() : next;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting for input", e);
    }
    if (next instanceof End end && end.fault() != null) {
      if (end.fault() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(end.fault());
    }
    return next instanceof Item;
  }

  @Override
  public Item next() {
    Item item = (Item) next;
    next = null;
    return item;
  }

  /** What the readers left out; known at the end. */
  Inputs.Summary summary() {
    return ((End) next).summary();
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}
