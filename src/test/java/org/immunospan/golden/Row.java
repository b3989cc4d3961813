package org.immunospan.golden;

import java.util.Map;

/**
 * A row of a golden table.
 *
 * @param file where it is, below the folder of golden files
 * @param line its line, from 1
 * @param cells by the name of their column
 */
public record Row(String file, int line, Map<String, String> cells) {

  /** The value in this column; a table without the column is a fault of the test. */
  public String get(String column) {
    String value = cells.get(column);
    if (value == null) {
      throw new IllegalArgumentException(
          file + ": expected a column " + column + ", found " + cells.keySet());
    }
    return value;
  }

  /** File, line, first value and reason: enough to find the row of a failure. */
  @Override
  public String toString() {
    String first = cells.values().iterator().next();
    String why = cells.getOrDefault("why", "");
    return file
        + ":"
        + line
        + " "
        + first
        + (why.isEmpty() || why.equals(first) ? "" : " (" + why + ")");
  }
}
