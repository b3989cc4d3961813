package org.immunospan.run;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.immunospan.format.InputItem;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Document;

/**
 * The items of the input without repeated documents: one whose identifier and text came before is
 * left out without a fault, as where a folder holds one corpus in two formats; one whose identifier
 * came before with another text becomes a fault. Documents that an interrupted run has done are
 * marked. One thread.
 */
final class Selection implements Iterator<Item> {

  private final Iterator<InputItem> items;
  private final ResumePoint done;
  private final Tally tally;
  private final SeenDocuments seen = new SeenDocuments();
  private long documents;
  private Item next;

  Selection(Iterator<InputItem> items, ResumePoint done, Tally tally) {
    this.items = items;
    this.done = done;
    this.tally = tally;
  }

  @Override
  public boolean hasNext() {
    while (next == null && items.hasNext()) {
      Item item = Item.of(items.next());
      next = item instanceof Item.Read read ? select(read) : item;
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

  /** Null for a document that is left out. */
  private Item select(Item.Read read) {
    Document document = read.document();
    documents++;
    return switch (seen.add(document.id(), document.text())) {
      case FIRST -> done.skips(document) ? new Item.Skipped(document) : read;
      case SAME -> {
        tally.addRepeated(document);
        yield null;
      }
      case CONFLICT ->
          new Item.Fault(
              new ReadError(
                  document.sourceFile(),
                  "document " + documents,
                  document.id(),
                  "found the identifier of an earlier document with another text; that one is"
                      + " kept"));
    };
  }
}
