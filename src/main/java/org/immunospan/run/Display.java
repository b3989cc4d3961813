package org.immunospan.run;

/** How a run shows its messages. */
public enum Display {
  /** To people at a terminal. */
  TERMINAL,
  /** To a file or another program. */
  LINES,
  /** Only what went wrong. */
  QUIET
}
