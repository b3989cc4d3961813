package org.immunospan.run;

import java.io.PrintStream;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.immunospan.text.Quantity;

/**
 * Says how far a run is: on a terminal in one line that is redrawn at most five times a second,
 * elsewhere in a new line every 30 seconds. Percent and the time that is left go by the bytes of
 * the input; speed and time count from the first document that this run has annotated. One thread.
 */
final class Progress {

  /**
   * Where the run stands.
   *
   * @param fraction of the input that has been read, in [0, 1], or NaN when it is not known
   * @param documents in the result so far
   * @param perSecond documents that this run annotates
   * @param secondsLeft NaN when it is not known
   * @param file that is being read, or ""
   */
  record State(
      double fraction,
      long documents,
      double perSecond,
      double secondsLeft,
      long errors,
      String file) {}

  private static final long REDRAW_NANOS = 200_000_000L;
  private static final long LINE_NANOS = 30_000_000_000L;
  private static final int BAR_WIDTH = 30;
  private static final int FILE_WIDTH = 30;

  private final PrintStream out;
  private final Display display;
  private final DoubleSupplier fraction;
  private final LongSupplier documents;
  private final LongSupplier errors;
  private final Supplier<String> file;
  private long lastShown = System.nanoTime();
  private long firstTime;
  private long firstDocuments;
  private double firstFraction;
  private boolean isBegun;
  private boolean isDrawn;

  /**
   * @param fraction of the input that has been read, or NaN
   * @param documents in the result so far
   * @param file that is being read
   */
  Progress(
      PrintStream out,
      Display display,
      DoubleSupplier fraction,
      LongSupplier documents,
      LongSupplier errors,
      Supplier<String> file) {
    this.out = out;
    this.display = display;
    this.fraction = fraction;
    this.documents = documents;
    this.errors = errors;
    this.file = file;
  }

  /** Shows where the run is, if it is time to. */
  void update() {
    long now = System.nanoTime();
    if (!isBegun) {
      isBegun = true;
      firstTime = now;
      firstDocuments = documents.getAsLong();
      firstFraction = fraction.getAsDouble();
    }
    if (isTime(now)) {
      show(line(state(now), display));
    }
  }

  /** Shows that the first pass over the input goes on, if it is time to. */
  void updateFirstPass(long files) {
    if (isTime(System.nanoTime())) {
      show("checking the input: " + Quantity.of(files, "file"));
    }
  }

  private boolean isTime(long now) {
    return display != Display.QUIET
        && now - lastShown >= (display == Display.TERMINAL ? REDRAW_NANOS : LINE_NANOS);
  }

  private void show(String line) {
    lastShown = System.nanoTime();
    if (display == Display.LINES) {
      out.println("immunospan: " + line);
      return;
    }
    isDrawn = true;
    out.print("\r" + line + "\u001b[K");
    out.flush();
  }

  private State state(long now) {
    double seconds = (now - firstTime) / 1e9;
    double done = Math.min(1, fraction.getAsDouble());
    return new State(
        done,
        documents.getAsLong(),
        seconds > 0 ? (documents.getAsLong() - firstDocuments) / seconds : 0,
        done > firstFraction ? seconds * (1 - done) / (done - firstFraction) : Double.NaN,
        errors.getAsLong(),
        file.get());
  }

  /** Wipes the line. */
  void clear() {
    if (isDrawn) {
      isDrawn = false;
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  static String line(State state, Display display) {
    StringJoiner line = new StringJoiner("  ");
    if (!Double.isNaN(state.fraction)) {
      int filled = (int) Math.round(state.fraction * BAR_WIDTH);
      String bar = "[" + "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled) + "] ";
      line.add(
          (display == Display.TERMINAL ? bar : "")
              + String.format(Locale.ROOT, "%3.0f %%", 100 * state.fraction));
    }
    line.add(Quantity.of(state.documents, "document"));
    line.add(String.format(Locale.ROOT, "%,.0f/s", state.perSecond));
    if (!Double.isNaN(state.secondsLeft)) {
      line.add(timeLeft(state.secondsLeft));
    }
    if (state.errors > 0) {
      line.add(Quantity.of(state.errors, "error"));
    }
    if (!state.file.isEmpty()) {
      // A longer name would break the line of a terminal.
      int cut = Math.max(0, state.file.length() - FILE_WIDTH);
      line.add((cut > 0 ? "..." : "") + state.file.substring(cut));
    }
    return line.toString();
  }

  private static String timeLeft(double seconds) {
    long rounded = Math.round(seconds);
    return rounded < 60
        ? rounded + " s left"
        : rounded < 3600
            ? rounded / 60 + " min left"
            : rounded / 3600 + " h " + rounded / 60 % 60 + " min left";
  }
}
