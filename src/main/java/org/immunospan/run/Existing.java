package org.immunospan.run;

/** What a run does with the results that its folder holds already. */
public enum Existing {
  /** Stops, and leaves them alone. */
  REFUSE,
  /** Goes on where an interrupted run stopped. */
  RESUME,
  /** Replaces them. */
  OVERWRITE
}
