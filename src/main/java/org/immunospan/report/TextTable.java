package org.immunospan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns of text, wide enough for their cells; the first column leftmost, the others to the right.
 */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths =
        IntStream.range(0, columns)
            .map(
                c ->
                    rows.stream()
                        .mapToInt(r -> c < r.size() ? r.get(c).length() : 0)
                        .max()
                        .orElse(0))
            .toArray();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.size(); c++) {
        String cell = row.get(c);
        String space = " ".repeat(widths[c] - cell.length());
        line.append(c == 0 ? "  " + cell + space : "  " + space + cell);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }
}
