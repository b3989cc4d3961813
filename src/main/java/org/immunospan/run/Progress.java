package org.immunospan.run;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.immunospan.text.Quantity;

/**
 * One line on a terminal that says how far a run is, redrawn at most five times a second; silent
 * where the messages do not go to a terminal. One thread.
 */
final class Progress {

  private static final long REDRAW_NANOS = 200_000_000L;
  private static final int BAR_WIDTH = 30;

  private final PrintStream terminal;
  private final DoubleSupplier fractionRead;
  private final long documentsBefore;
  private final long start = System.nanoTime();
  private long lastDrawn = start;
  private boolean drawn;

  /**
   * @param terminal where to draw, or null when there is no terminal
   * @param documentsBefore those of an interrupted run, which do not count for the speed
   * @param fractionRead how much of the input has been read, in [0, 1], or NaN when unknown
   */
  Progress(PrintStream terminal, DoubleSupplier fractionRead, long documentsBefore) {
    this.documentsBefore = documentsBefore;
    this.terminal = terminal;
    this.fractionRead = fractionRead;
  }

  /** Redraws the line if it is time to. */
  void update(long documents) {
    long now = System.nanoTime();
    if (terminal != null && now - lastDrawn >= REDRAW_NANOS) {
      lastDrawn = now;
      drawn = true;
      double seconds = (now - start) / 1e9;
      terminal.print("\r" + line(documents, documentsBefore, seconds, fractionRead.getAsDouble()));
      terminal.flush();
    }
  }

  /** Wipes the line. */
  void clear() {
    if (drawn) {
      terminal.print("\r\u001b[K");
      terminal.flush();
    }
  }

  static String line(long documents, long documentsBefore, double seconds, double fraction) {
    String count =
        String.format(
            Locale.ROOT,
            "%s  %,.0f/s",
            Quantity.of(documents, "document"),
            seconds > 0 ? (documents - documentsBefore) / seconds : 0.0);
    if (Double.isNaN(fraction)) {
      return count + "   ";
    }
    double done = Math.min(1, fraction);
    int filled = (int) Math.round(done * BAR_WIDTH);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %s%s   ",
        "#".repeat(filled),
        "-".repeat(BAR_WIDTH - filled),
        100 * done,
        count,
        done > 0 && documentsBefore == 0 ? "  " + timeLeft(seconds * (1 - done) / done) : "");
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
