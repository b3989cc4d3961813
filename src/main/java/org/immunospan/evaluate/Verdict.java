package org.immunospan.evaluate;

/** What a scheme says of one mention, in the terms of SemEval-2013. */
public enum Verdict {
  CORRECT,
  /** It overlaps one on the other side, but not as the scheme wants. */
  INCORRECT,
  /** An overlap that earns a half. */
  PARTIAL,
  /** Nothing on the other side is left for it: missed in the gold, spurious in the system. */
  ALONE
}
