package org.immunospan.run;

/** The names of the files in an output folder. */
public final class RunFiles {

  public static final String SPANS = "spans.csv";
  public static final String MARKERS = "markers.csv";
  public static final String DOCUMENTS = "documents.csv";
  public static final String ERRORS = "errors.csv";

  /** Stands there when a run is complete. */
  public static final String REPORT = "run.json";

  /** Stands there while a run goes on: what it must be resumed with. */
  public static final String UNFINISHED = "run.unfinished.json";

  private RunFiles() {}
}
