package org.immunospan.format.gold;

import java.io.IOException;

/** A file that cannot be read as what it is: {@code file:line: what was found, what expected}. */
public final class MalformedCorpusException extends IOException {

  private static final long serialVersionUID = 1L;

  public MalformedCorpusException(String place, String message) {
    super(place + ": " + message);
  }
}
