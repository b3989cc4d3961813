package org.immunospan.lexicon.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.immunospan.lexicon.Table;

/** The table {@code cell-name-words.tsv}: by which words names of classes are chosen. Immutable. */
final class CellNameWords {

  private enum Kind {
    NOT_A_CELL,
    STATE,
    CELL
  }

  private final Map<Kind, List<String>> forms = new EnumMap<>(Kind.class);
  private final Pattern cell;

  private CellNameWords() throws IOException {
    for (Table.Row row :
        Table.ofResource(CellNameWords.class, "cell-name-words.tsv", "kind", "forms", "why")
            .rows()) {
      forms
          .computeIfAbsent(row.constant("kind", Kind.class), kind -> new ArrayList<>())
          .addAll(row.values("forms"));
    }
    cell =
        Pattern.compile(
            "(?:" + String.join("|", forms.get(Kind.CELL)) + ")s?\\b", Pattern.CASE_INSENSITIVE);
  }

  static CellNameWords read() {
    try {
      return new CellNameWords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a name is of a part of a cell or of something else, or of a state of cells. */
  boolean isLeftOut(String name) {
    return forms.get(Kind.NOT_A_CELL).stream().anyMatch(name::contains)
        || forms.get(Kind.STATE).stream().anyMatch(state -> name.startsWith(state + " "));
  }

  /** Whether a name says of what it is, at its end or before: {@code epithelial cell of lung}. */
  boolean hasCell(String name) {
    return cell.matcher(name).find();
  }
}
