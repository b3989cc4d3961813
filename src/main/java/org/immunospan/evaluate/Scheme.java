package org.immunospan.evaluate;

import java.util.Locale;

/**
 * When a system mention counts as right. The first four carry the names and meanings of
 * SemEval-2013 task 9 (as in nervaluate); {@link #OVERLAP} is the relaxed matching common in
 * biomedical papers.
 */
public enum Scheme {
  /** Same span and same type. */
  STRICT("span and type are the same"),
  /** Same span, whatever the type. */
  EXACT("the span is the same, whatever the type"),
  /** Same span 1, overlapping span 1/2, whatever the type. */
  PARTIAL("same span 1, overlap 1/2, whatever the type"),
  /** Overlapping span and same type; as many pairs as there can be. */
  TYPE("the spans overlap and the type is the same"),
  /** Overlapping span and same type; equal spans are paired first, then those that share most. */
  OVERLAP("as type, but pairs that share most come first");

  private final String meaning;

  Scheme(String meaning) {
    this.meaning = meaning;
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }

  /** The name in lowercase, as in options and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
