package org.immunospan.text;

/** What a mention is a name of. The set is closed: the product finds these three. */
public enum EntityType {
  GENE,
  CELL,
  THERAPY
}
