package org.immunospan.format.source;

import java.io.IOException;

/**
 * Something in a file that cannot be read, at a known place. Either one record is lost and the next
 * one can be read, or the rest of the file is lost.
 */
public final class ReadFault extends IOException {

  private static final long serialVersionUID = 1L;

  /** How much is lost. */
  public enum Extent {
    /** One record; the next one can be read. */
    RECORD,
    /** The file from here on. */
    FILE,
    /** The whole file, because it is in no known format. */
    FORMAT
  }

  private final String place;
  private final String docId;
  private final Extent extent;

  private ReadFault(String place, String docId, String message, Extent extent) {
    super(message);
    this.place = place;
    this.docId = docId;
    this.extent = extent;
  }

  /** The rest of the file is lost. */
  public ReadFault(String place, String docId, String message) {
    this(place, docId, message, Extent.FILE);
  }

  /** One record is lost. */
  public static ReadFault ofRecord(String place, String docId, String message) {
    return new ReadFault(place, docId, message, Extent.RECORD);
  }

  /** The file is in no known format. */
  public static ReadFault ofFormat(String place, String message) {
    return new ReadFault(place, "", message, Extent.FORMAT);
  }

  /** The fault that caused an exception of a library that read through our streams, or null. */
  public static ReadFault within(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ReadFault fault) {
        return fault;
      }
    }
    return null;
  }

  public String place() {
    return place;
  }

  public Extent extent() {
    return extent;
  }

  /** The same fault inside an outer place, such as a line. */
  public ReadFault at(String outerPlace) {
    return new ReadFault(outerPlace + ", " + place, docId, getMessage(), extent);
  }

  /** The same fault in a document, unless it names one already. */
  public ReadFault in(String newDocId) {
    return docId.isEmpty() ? new ReadFault(place, newDocId, getMessage(), extent) : this;
  }

  /** The same fault, as one that loses a single record. */
  public ReadFault asOfRecord() {
    return new ReadFault(place, docId, getMessage(), Extent.RECORD);
  }

  /** Place and message in one line, for the message of an outer fault. */
  public String placed() {
    return place + ": " + getMessage();
  }

  public ReadError toError(String sourceFile) {
    return new ReadError(sourceFile, place, docId, getMessage());
  }
}
