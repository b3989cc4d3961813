package org.immunospan.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.text.Document;

/** Reads the texts of files and folders, for commands that write no {@code errors.csv}. */
final class Texts {

  private Texts() {}

  /** Hands out every document in turn; what cannot be read is named on stderr. */
  static void read(List<String> paths, Consumer<Document> use) {
    try (Inputs inputs = Inputs.open(paths, Optional.empty(), System.in)) {
      for (InputItem item : inputs) {
        if (item instanceof InputItem.Found found) {
          use.accept(found.document());
        } else if (item instanceof InputItem.Failed failed) {
          leftOut(failed.error().toString());
        } else if (item instanceof InputItem.LeftOut leftOut) {
          leftOut(leftOut.sourceFile() + ": " + leftOut.reason());
        }
      }
    }
  }

  private static void leftOut(String what) {
    System.err.println("immunospan: left out: " + what);
  }
}
