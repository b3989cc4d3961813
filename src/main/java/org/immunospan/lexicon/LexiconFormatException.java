package org.immunospan.lexicon;

import java.io.IOException;

/**
 * A lexicon or terminology file is not as expected. The message is for the user: {@code file:line:
 * what was expected, what was found}.
 */
public final class LexiconFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  public LexiconFormatException(String file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
