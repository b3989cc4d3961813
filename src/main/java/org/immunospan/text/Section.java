package org.immunospan.text;

import java.util.Objects;

/**
 * A part of a document.
 *
 * @param label {@code title}, {@code abstract}, or the label of a structured abstract's part in
 *     lowercase, such as {@code methods}
 * @param span where it is in the text of the document
 */
public record Section(String label, Span span) {

  public static final String TITLE = "title";
  public static final String ABSTRACT = "abstract";

  public Section {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(span, "span");
  }
}
