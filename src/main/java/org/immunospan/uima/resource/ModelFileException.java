package org.immunospan.uima.resource;

import org.immunospan.text.UserException;

/** A model or lexicon that cannot be read; the message is one line that names the file. */
public final class ModelFileException extends UserException {

  private static final long serialVersionUID = 1L;

  private ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }

  static ModelFileException of(String fileName, Exception cause) {
    String reason = String.valueOf(cause.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    return new ModelFileException(
        reason.startsWith(fileName) ? reason : fileName + ": cannot be loaded: " + reason, cause);
  }
}
