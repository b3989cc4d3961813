package org.immunospan.tag;

/** What counts as a mention, and where it begins and ends. A model's manifest names one. */
public enum AnnotationScheme {
  /** As in the corpora that the model was trained on: spans stay as the model finds them. */
  CORPUS,
  /** As in the guidelines of this program: its rules correct what the model finds. */
  GUIDELINES
}
