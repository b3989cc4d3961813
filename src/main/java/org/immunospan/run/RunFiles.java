package org.immunospan.run;

/** The names of the files in an output folder. */
final class RunFiles {

  static final String SPANS = "spans.csv";
  static final String MARKERS = "markers.csv";
  static final String DOCUMENTS = "documents.csv";
  static final String ERRORS = "errors.csv";

  /** Stands there when a run is complete. */
  static final String REPORT = "run.json";

  /** Stands there while a run goes on: what it must be resumed with. */
  static final String UNFINISHED = "run.unfinished.json";

  private RunFiles() {}
}
