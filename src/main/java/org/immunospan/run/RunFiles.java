package org.immunospan.run;

/** The names of the files in an output folder. */
public final class RunFiles {

  public static final String SPANS = "spans.csv";
  public static final String MARKERS = "markers.csv";
  public static final String DOCUMENTS = "documents.csv";
  public static final String ERRORS = "errors.csv";

  /** Is there when a run is complete. */
  public static final String REPORT = "run.json";

  /** Is there while a run goes on: what it must be resumed with. */
  public static final String UNFINISHED = "run.unfinished.json";

  /** Is there and locked while a process writes to the folder. */
  static final String LOCK = "run.lock";

  /** The folder that holds the parts of the results. */
  static final String PARTS = "parts";

  private RunFiles() {}
}
