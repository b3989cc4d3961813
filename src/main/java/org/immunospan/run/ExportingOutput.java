package org.immunospan.run;

import java.io.IOException;
import org.immunospan.format.write.MarkedDocument;

/** Writes the documents in other formats next to the rows of an output. One thread. */
final class ExportingOutput implements RunOutput {

  private final RunOutput rows;
  private final Exports exports;

  ExportingOutput(RunOutput rows, Exports exports) {
    this.rows = rows;
    this.exports = exports;
  }

  @Override
  public void write(Item item) throws IOException {
    rows.write(item);
    if (item instanceof Item.Rows annotated) {
      exports.write(MarkedDocument.of(annotated.annotated()));
    }
  }

  @Override
  public void flush() throws IOException {
    rows.flush();
  }

  @Override
  public void finish() throws IOException {
    rows.finish();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
