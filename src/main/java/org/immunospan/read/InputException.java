package org.immunospan.read;

import org.immunospan.text.UserException;

/**
 * The input as a whole cannot be used: a file that is not there, a folder without files, an unknown
 * format. The message is one line for the user.
 */
public final class InputException extends UserException {

  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
