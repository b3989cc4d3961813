package org.immunospan.segment;

import opennlp.tools.util.Span;
import org.immunospan.text.Tokens;

/**
 * {@link BiomedicalTokenizer} with OpenNLP's interface, for OpenNLP components and command lines
 * that take a tokenizer. Offsets are UTF-16 code units on the given string. Immutable.
 */
public final class OpenNlpTokenizer implements opennlp.tools.tokenize.Tokenizer {

  private final BiomedicalTokenizer tokenizer = new BiomedicalTokenizer();

  @Override
  public String[] tokenize(String text) {
    return text.isEmpty() ? new String[0] : tokens(text).toStrings();
  }

  @Override
  public Span[] tokenizePos(String text) {
    if (text.isEmpty()) {
      return new Span[0];
    }
    Tokens tokens = tokens(text);
    Span[] spans = new Span[tokens.size()];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = new Span(tokens.begin(i), tokens.end(i));
    }
    return spans;
  }

  private Tokens tokens(String text) {
    return tokenizer.tokenize(text, new org.immunospan.text.Span(0, text.length()));
  }
}
