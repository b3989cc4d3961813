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

  /** What the inputs say of PMIDs: for a run that adds to the result. Empty if it cannot be. */
  static final String RECORDS = "run.records.gz";

  /** Is there while a run adds to a complete result: what it must be resumed with. */
  static final String ADDING = "run.adding.json";

  /** The folder with the joined results before all of them are there. */
  static final String JOINING = "joining";

  /** The folder with the joined results, until each of them has taken its place. */
  static final String JOINED = "joined";

  /** Next to joined results: the parts stay. */
  static final String KEEP_PARTS = "keep-parts";

  /** The folder that holds the parts of the results. */
  static final String PARTS = "parts";

  /** The folder among the parts that tells which input files end in a part. */
  static final String PART_INPUTS = "inputs";

  private RunFiles() {}
}
