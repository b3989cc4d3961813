package org.immunospan.run;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.immunospan.format.InputItem;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Document;

/**
 * The items of the input without repeated documents: one whose identifier and text came before is
 * left out without a fault, as where a folder holds one corpus in two formats; one whose identifier
 * came before with another text becomes a fault. What an interrupted run has done is left out. One
 * thread.
 */
final class Selection implements Iterator<Item> {

  private final Iterator<InputItem> items;
  private final ResumePoint done;
  private final Supplier<SeenDocuments> earlier;
  private SeenDocuments seen;
  private long documentsOfFile;
  private Item next;

  /**
   * @param earlier the documents that another run has found before; asked for when there is an item
   */
  Selection(Iterator<InputItem> items, ResumePoint done, Supplier<SeenDocuments> earlier) {
    this.items = items;
    this.done = done;
    this.earlier = earlier;
  }

  @Override
  public boolean hasNext() {
    while (next == null && items.hasNext()) {
      Item item = Item.of(items.next());
      Item selected = item instanceof Item.Read read ? select(read) : item;
      documentsOfFile = item instanceof Item.Finished ? 0 : documentsOfFile;
      next = isDone(selected) ? null : selected;
    }
    return next != null;
  }

  @Override
  public Item next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Item item = next;
    next = null;
    return item;
  }

  private boolean isDone(Item item) {
    return item instanceof Item.Read read
        ? done.skips(read.document())
        : item instanceof Item.Fault && done.skipsFault();
  }

  private Item select(Item.Read read) {
    Document document = read.document();
    documentsOfFile++;
    if (seen == null) {
      seen = earlier.get();
    }
    return switch (seen.add(document.id(), document.text())) {
      case FIRST -> read;
      case SAME -> new Item.Repeated(document);
      case CONFLICT ->
          new Item.Fault(
              new ReadError(
                  document.sourceFile(),
                  "document " + documentsOfFile,
                  document.id(),
                  "found the identifier of an earlier document with another text; that one is"
                      + " kept"));
    };
  }
}
