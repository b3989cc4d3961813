package org.immunospan.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.Export;
import org.immunospan.format.write.MarkedDocument;

/**
 * The formats into which documents are written at the same time; may be none. Their files are not
 * resumed: what a run leaves unfinished ends in {@code .part}. One thread.
 */
public final class Exports implements AutoCloseable {

  private final List<Export> exports = new ArrayList<>();

  private Exports() {}

  /** As {@link Export#check}, for each format. */
  public static void check(List<DocumentWriter> writers, Path folder, boolean replaces)
      throws IOException {
    for (DocumentWriter writer : writers) {
      Export.check(writer, folder, replaces);
    }
  }

  /** Begins the files of each format in a folder. */
  public static Exports toFolder(List<DocumentWriter> writers, Path folder) throws IOException {
    Exports all = new Exports();
    for (DocumentWriter writer : writers) {
      all.exports.add(Export.toFolder(writer, folder));
    }
    return all;
  }

  /** Begins the one file of the only format on a stream. */
  public static Exports toStream(List<DocumentWriter> writers, OutputStream stream)
      throws IOException {
    Exports one = new Exports();
    for (DocumentWriter writer : writers) {
      one.exports.add(Export.toStream(writer, stream));
    }
    return one;
  }

  public void write(MarkedDocument document) throws IOException {
    for (Export export : exports) {
      export.write(document);
    }
  }

  /** Ends all files, and says in a line for each format what it could not hold. */
  public void complete(PrintStream messages) throws IOException {
    for (Export export : exports) {
      export.complete();
      if (!export.losses().isEmpty()) {
        messages.println("immunospan: " + export.losses());
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Export export : exports) {
      export.close();
    }
  }
}
