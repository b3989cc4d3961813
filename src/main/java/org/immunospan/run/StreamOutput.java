package org.immunospan.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes spans alone to a stream. One thread. */
final class StreamOutput implements RunOutput {

  private final OutputStream spans;
  private String pending = ResultFile.SPANS.header();

  /** For a stream that this object closes. */
  StreamOutput(OutputStream spans) {
    this.spans = spans;
  }

  @Override
  public void write(Item item) throws IOException {
    if (item instanceof Item.Rows rows) {
      spans.write((pending + rows.spans()).getBytes(StandardCharsets.UTF_8));
      pending = "";
    }
  }

  @Override
  public void flush() throws IOException {
    spans.flush();
  }

  @Override
  public void finish() throws IOException {
    spans.write(pending.getBytes(StandardCharsets.UTF_8));
    pending = "";
    spans.flush();
  }

  @Override
  public void close() throws IOException {
    spans.close();
  }
}
