package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.text.Quantity;
import picocli.CommandLine.Option;

/** The option of commands that write gold. */
final class GoldFile {

  @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "gold-file")
  private Path out;

  /** Writes documents and says on stderr how many. */
  void write(Iterable<GoldDocument> documents) throws IOException {
    int count = JsonLinesWriter.write(out, documents);
    System.err.println(out + ": " + Quantity.of(count, "document"));
  }
}
