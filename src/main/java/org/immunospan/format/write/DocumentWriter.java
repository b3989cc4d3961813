package org.immunospan.format.write;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes documents with their marks in one format. Immutable; safe to share among threads. */
public interface DocumentWriter {

  /**
   * A file that holds all documents.
   *
   * @param head what comes before the first document
   * @param between what comes between two documents
   * @param tail what comes after the last one
   */
  record OneFile(String name, String head, String between, String tail) {

    public OneFile(String name) {
      this(name, "", "", "");
    }
  }

  /** The name of the format on the command line. */
  String name();

  /** The files that hold all documents; empty for a format of one or more files a document. */
  List<OneFile> files();

  /** Adds a document to the parts that {@link #files} names, or to parts named by their ending. */
  void write(MarkedDocument document, Written written);

  /**
   * Files that stand next to those of the documents, by name, in a format of one file a document.
   *
   * @param types those of all mentions, sorted
   */
  default Map<String, String> companions(Set<String> types) {
    return Map.of();
  }
}
