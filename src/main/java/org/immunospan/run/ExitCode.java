package org.immunospan.run;

/** How the program ends, as its caller sees it. */
public final class ExitCode {

  /** Everything was read, annotated and written. */
  public static final int COMPLETE = 0;

  /** A fault of the program. */
  public static final int FAULT = 1;

  /** Wrong use, or nothing that could be read or written. */
  public static final int WRONG_USE = 2;

  /** Everything that could be read was annotated and written; errors.csv lists the rest. */
  public static final int SOME_UNREADABLE = 3;

  /** Ended by Ctrl-C; the run can be resumed. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
