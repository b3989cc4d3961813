package org.immunospan.run;

/** The names of the files in an output folder. */
public final class RunFiles {

  public static final String SPANS = "spans.csv";
  public static final String MARKERS = "markers.csv";
  public static final String DOCUMENTS = "documents.csv";
  public static final String ERRORS = "errors.csv";

  /** Exists when a run is complete. */
  public static final String REPORT = "run.json";

  /** Exists while a run goes on: what it must be resumed with. */
  public static final String UNFINISHED = "run.unfinished.json";

  /** Exists and is locked while a process writes to the folder. */
  static final String LOCK = "run.lock";

  /** Which PMIDs the inputs have, for a run that adds to the result; empty if none can. */
  static final String RECORDS = "run.records.gz";

  /** Exists while a run adds to a complete result: what it must be resumed with. */
  static final String ADDING = "run.adding.json";

  /** The folder with the joined results before all of them are there. */
  static final String JOINING = "joining";

  /** The folder with the joined results, until each of them has taken its place. */
  static final String JOINED = "joined";

  /** Exists next to joined results when the parts are kept. */
  static final String KEEP_PARTS = "keep-parts";

  /** The folder that holds the parts of the results. */
  static final String PARTS = "parts";

  /** The folder among the parts with the input files that end in each part. */
  static final String PART_INPUTS = "inputs";

  private RunFiles() {}
}
