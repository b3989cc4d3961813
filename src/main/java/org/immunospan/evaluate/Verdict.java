package org.immunospan.evaluate;

/** What a scheme says of one mention, in the terms of SemEval-2013. */
public enum Verdict {
  CORRECT,
  /** It overlaps a mention of the other side, but not as the scheme requires. */
  INCORRECT,
  /** An overlap that earns half a point. */
  PARTIAL,
  /** A gold mention for which no system mention is left. */
  MISSED,
  /** A system mention for which no gold mention is left. */
  SPURIOUS
}
