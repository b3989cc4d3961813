package org.immunospan.format.record;

import java.io.IOException;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.source.Content;

/** Reads a format in which a file is one document. Not thread-safe. */
public abstract class SingleDocumentReader implements FormatReader {

  private final Content content;
  private boolean isRead;

  protected SingleDocumentReader(Content content) {
    this.content = content;
  }

  /** The document in a file. */
  protected abstract GoldDocument read(Content file) throws IOException;

  @Override
  public final long records() {
    return isRead ? 1 : 0;
  }

  @Override
  public final GoldDocument next() throws IOException {
    if (isRead) {
      return null;
    }
    isRead = true;
    return read(content);
  }
}
