package org.immunospan.text;

/** Of which species genes are taken to be. */
public enum SpeciesChoice {
  /** As the text says. */
  AUTO,
  /** Human, whatever the text says. */
  HUMAN,
  /** Mouse, whatever the text says. */
  MOUSE
}
