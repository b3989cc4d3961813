package org.immunospan.run;

import java.io.PrintStream;
import java.util.Locale;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Quantity;

/** What a run prints for its user while it works and at its end. One thread at a time. */
final class Messages {

  private static final int ERRORS_SHOWN = 5;

  private final PrintStream out;
  private final Display display;
  private final Tally tally;
  private final String destination;
  private final boolean writesErrors;
  private final Progress progress;
  private final long start;
  private long errorsShown;
  private volatile boolean isComplete;

  /**
   * @param destination where the results go, for people
   * @param writesErrors whether errors.csv is written there
   * @param start of the run, as {@link System#nanoTime} has it
   */
  Messages(
      PrintStream out,
      Display display,
      Tally tally,
      String destination,
      boolean writesErrors,
      long start,
      Progress progress) {
    this.out = out;
    this.display = display;
    this.start = start;
    this.tally = tally;
    this.destination = destination;
    this.writesErrors = writesErrors;
    this.progress = progress;
  }

  /** The last words when the process is stopped from outside. */
  void sayHowToGoOn() {
    progress.clear();
    if (isComplete) {
      out.println(
          "immunospan: interrupted at the end; the results in " + destination + " are complete");
      return;
    }
    out.printf(
        "immunospan: interrupted after %s; go on with the same command and --resume%n",
        Quantity.of(tally.documents(), "document"));
  }

  /** The results are whole: whoever stops the process now loses nothing. */
  void completed() {
    isComplete = true;
  }

  /** Shows how far the run is. */
  void progress() {
    progress.update();
  }

  /** Shows that the first pass over the input goes on. */
  void checked(long files) {
    progress.updateFirstPass(files);
  }

  void error(ReadError error) {
    if (errorsShown++ < ERRORS_SHOWN) {
      progress.clear();
      out.println("immunospan: " + error);
    }
  }

  void leftOut(String sourceFile, String reason) {
    if (display == Display.QUIET) {
      return;
    }
    progress.clear();
    out.println("immunospan: " + sourceFile + ": left out: " + reason);
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** The table and the remarks that close a run. */
  void summary() {
    progress.clear();
    if (display == Display.QUIET) {
      return;
    }
    if (tally.repeated() > 0) {
      out.printf(
          "immunospan: %s left out, with the identifier and text of an earlier one (%s%s in %s)%n",
          Quantity.of(tally.repeated(), "document"),
          tally.repeated() == 1 ? "" : "for example ",
          tally.firstRepeated().id(),
          tally.firstRepeated().sourceFile());
    }
    if (tally.exitCode() == ExitCode.WRONG_USE) {
      out.println("immunospan: nothing could be read" + seeErrors());
      return;
    }
    tally.table().forEach(out::println);
    long annotated = tally.documents() - tally.documentsBefore();
    double seconds = seconds();
    out.printf(
        Locale.ROOT,
        "%s in %.1f s (%,.0f/s), written to %s%n",
        tally.documentsBefore() == 0
            ? Quantity.of(annotated, "document")
            : String.format(
                Locale.ROOT,
                "%s and %,d before",
                Quantity.of(annotated, "document"),
                tally.documentsBefore()),
        seconds,
        annotated / seconds,
        destination);
    if (tally.recordsLeftOut() > 0) {
      out.printf(
          "%s left out: another record of the same PMID is as new or newer, or PubMed deleted it%n",
          Quantity.of(tally.recordsLeftOut(), "record"));
    }
    if (tally.errors() > 0) {
      out.printf(
          "%s could not be read or annotated%s%n",
          Quantity.of(tally.errors(), "place"), seeErrors());
    }
  }

  private String seeErrors() {
    return writesErrors ? ": see " + RunFiles.ERRORS : "";
  }
}
