package org.immunospan.report;

import java.util.List;

/** A table as text for a terminal: columns of equal width, long cells cut. */
public final class TerminalTable {

  private static final int WIDEST = 60;

  private TerminalTable() {}

  /** The lines of a table with a header. */
  public static String of(List<String> columns, List<List<String>> rows) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = length(columns.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.min(WIDEST, Math.max(widths[i], length(row.get(i))));
      }
    }
    StringBuilder out = new StringBuilder();
    append(out, columns, widths);
    rows.forEach(row -> append(out, row, widths));
    return out.toString();
  }

  private static void append(StringBuilder out, List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i).replaceAll("\\s", " ");
      if (length(cell) > widths[i]) {
        cell = cell.substring(0, cell.offsetByCodePoints(0, widths[i] - 1)) + "…";
      }
      line.append(i == 0 ? "" : "  ").append(cell).append(" ".repeat(widths[i] - length(cell)));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
