package org.immunospan.run;

import java.util.Locale;
import java.util.Optional;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Document;

/** What errors.csv says of a document that was read but could not be annotated. */
final class Failures {

  /** In the column for the place, and nowhere else: the fault is not in the file. */
  private static final String PLACE = "annotation";

  private Failures() {}

  /** Whether a place in errors.csv says that a document was read and not annotated. */
  static boolean isOfDocument(String place) {
    return place.equals(PLACE);
  }

  static ReadError of(Document document, String message) {
    return new ReadError(document.sourceFile(), PLACE, document.id(), message);
  }

  static ReadError of(Document document, Throwable fault) {
    return of(document, message(fault));
  }

  static ReadError tooSlow(Document document, long seconds) {
    return of(
        document,
        String.format(
            Locale.ROOT,
            "set aside: annotating took longer than %d seconds; it has %,d characters",
            seconds,
            document.text().length()));
  }

  static boolean isOutOfMemory(Throwable fault) {
    return deepest(fault) instanceof OutOfMemoryError;
  }

  private static Throwable deepest(Throwable fault) {
    Throwable deepest = fault;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest;
  }

  private static String message(Throwable fault) {
    Throwable deepest = deepest(fault);
    if (deepest instanceof StackOverflowError) {
      return "set aside: the text is nested too deeply";
    }
    if (deepest instanceof OutOfMemoryError) {
      return "set aside: annotating needs more memory than there is";
    }
    String place =
        Optional.of(deepest.getStackTrace())
            .filter(trace -> trace.length > 0)
            .map(trace -> " at " + trace[0])
            .orElse("");
    return "set aside: a fault of the program, please report it: " + deepest + place;
  }
}
