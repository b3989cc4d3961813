package org.immunospan.format.source;

import java.util.Objects;

/**
 * A place in the input that gave no document, as a row of {@code errors.csv}.
 *
 * @param sourceFile the file as the user named it
 * @param place where in the file: {@code line 12, column 7}, {@code line 3}, {@code byte 512} (all
 *     from 1, bytes of the compressed file for faults of the compression, else of the text), or
 *     {@code file} for the whole of it
 * @param docId of the document that is missing; empty when unknown
 * @param message one line: what was found, what was expected
 */
public record ReadError(String sourceFile, String place, String docId, String message) {

  public ReadError {
    Objects.requireNonNull(sourceFile, "sourceFile");
    Objects.requireNonNull(docId, "docId");
    if (place.isBlank() || message.isBlank()) {
      throw new IllegalArgumentException("a read error needs a place and a message");
    }
    message = message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  @Override
  public String toString() {
    return sourceFile
        + ": "
        + place
        + ": "
        + (docId.isEmpty() ? "" : "document " + docId + ": ")
        + message;
  }
}
