package org.immunospan.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.format.csv.ErrorsCsv;
import org.immunospan.format.gold.GoldProblem;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.format.source.ReadError;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.text.Quantity;
import org.immunospan.text.UserException;

/**
 * Documents with their marks, read from any format and written in others. A document that cannot be
 * read is named, and the rest goes on. Made for one use, by one thread.
 */
public final class Conversion {

  private static final int SHOWN = 5;

  private final Inputs inputs;
  private final TypeMap types;
  private final PrintStream messages;
  private final StringBuilder errors = new StringBuilder(ErrorsCsv.header());
  private long documents;
  private long unread;
  private long misplaced;

  /**
   * @param types of marks that are taken, with their new names
   * @param messages for the user
   */
  public Conversion(Inputs inputs, TypeMap types, PrintStream messages) {
    this.inputs = inputs;
    this.types = types;
    this.messages = messages;
  }

  /**
   * Writes to a folder, with an errors.csv.
   *
   * @param replaces whether files of the same names are replaced
   * @return the exit code
   * @throws UserException if the folder holds a run, or files that are not to be replaced
   */
  public int toFolder(List<DocumentWriter> writers, Path folder, boolean replaces)
      throws IOException {
    OutputFolder.expectNoRun(folder);
    Exports.check(writers, folder, replaces);
    try (Exports exports = Exports.toFolder(writers, folder)) {
      write(exports);
    }
    Files.writeString(folder.resolve(RunFiles.ERRORS), errors, StandardCharsets.UTF_8);
    return summary(folder.toString());
  }

  /** Writes the one file of the only format to a stream, which it closes. */
  public int toStream(List<DocumentWriter> writers, OutputStream stream) throws IOException {
    try (Exports exports = Exports.toStream(writers, stream)) {
      write(exports);
    }
    return summary("standard output");
  }

  private void write(Exports exports) throws IOException {
    for (InputItem item : inputs) {
      if (item instanceof InputItem.Found found) {
        documents++;
        found.gold().problems().forEach(this::misplaced);
        exports.write(MarkedDocument.of(types.apply(found.gold())));
      } else if (item instanceof InputItem.Failed failed) {
        unread(failed.error());
      } else if (item instanceof InputItem.LeftOut leftOut) {
        messages.println("immunospan: " + leftOut.sourceFile() + ": left out: " + leftOut.reason());
      }
    }
    exports.complete(messages);
  }

  private void unread(ReadError error) {
    ErrorsCsv.append(error.sourceFile(), error.place(), error.docId(), error.message(), errors);
    if (unread++ < SHOWN) {
      messages.println("immunospan: " + error);
    }
  }

  private void misplaced(GoldProblem problem) {
    if (problem.leftOut() && misplaced++ < SHOWN) {
      messages.println("immunospan: " + problem);
    }
  }

  private int summary(String destination) {
    messages.println(Quantity.of(documents, "document") + " written to " + destination);
    if (misplaced > 0) {
      messages.println(
          Quantity.of(misplaced, "mark") + " that did not fit the text left out of the documents");
    }
    if (unread == 0) {
      return ExitCode.COMPLETE;
    }
    return documents == 0 ? ExitCode.WRONG_USE : ExitCode.SOME_UNREADABLE;
  }
}
