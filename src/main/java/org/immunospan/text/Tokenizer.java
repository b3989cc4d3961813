package org.immunospan.text;

/**
 * Cuts a range of a text into tokens. What two steps must agree on lives in this package: the names
 * of a lexicon must be cut exactly as the text is.
 */
@FunctionalInterface
public interface Tokenizer {

  /** The tokens of {@code text} inside {@code range}, which together cover all but white space. */
  Tokens tokenize(String text, Span range);
}
