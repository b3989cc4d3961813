package org.immunospan.format.source;

import java.io.IOException;

/** The rest of a file cannot be read, from a known place on. */
public final class ReadFault extends IOException {

  private static final long serialVersionUID = 1L;

  private final String place;
  private final String docId;

  public ReadFault(String place, String docId, String message) {
    super(message);
    this.place = place;
    this.docId = docId;
  }

  /** The fault behind an exception of a library that read through our streams, or null. */
  public static ReadFault within(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ReadFault fault) {
        return fault;
      }
    }
    return null;
  }

  public ReadFault at(String outerPlace) {
    return new ReadFault(outerPlace + ", " + place, docId, getMessage());
  }

  public ReadFault in(String newDocId) {
    return docId.isEmpty() ? new ReadFault(place, newDocId, getMessage()) : this;
  }

  public ReadError toError(String sourceFile) {
    return new ReadError(sourceFile, place, docId, getMessage());
  }
}
