package org.immunospan.format.jats;

/** Parts of a full text that are read only when asked for. */
public enum FullTextPart {
  /** Rows of tables, a line each, cells between bars, and the notes below a table. */
  TABLES,
  /** The list of references, a line each. */
  REFERENCES
}
