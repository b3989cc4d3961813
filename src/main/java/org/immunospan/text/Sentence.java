package org.immunospan.text;

import java.util.Objects;

/**
 * A sentence of a document with its tokens.
 *
 * @param number from 1, counted through the document
 * @param span on the text of the document, without white space at either end
 * @param tokens inside the span; together they cover all of it but white space
 */
public record Sentence(int number, Span span, Tokens tokens) {

  public Sentence {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(tokens, "tokens");
  }
}
