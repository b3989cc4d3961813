package org.immunospan.cell;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.Table;

/**
 * The place of each class in the tree of blood and glia, in a few words: that of the nearest
 * ancestor that has one in {@code cell-lineages.tsv}. A class outside the tree has none. Immutable.
 */
final class CellLineages {

  static final String FILE = "cell-lineages.tsv";

  private final Map<String, String> lineages = new HashMap<>();

  private CellLineages() {}

  /**
   * Reads the table.
   *
   * @param file names the source in messages
   * @param lexicon the classes and their ancestors
   * @throws org.immunospan.lexicon.LexiconFormatException if a row names no class of the lexicon
   */
  static CellLineages read(InputStream in, String file, Lexicon lexicon) throws IOException {
    Map<String, String> lineageOfClass = new HashMap<>();
    for (Table.Row row : Table.read(in, file, "identifier", "lineage").rows()) {
      String identifier = row.required("identifier");
      if (lexicon.findEntry(identifier).isEmpty()) {
        throw row.problem("expected a class of " + lexicon.source() + ", found " + identifier);
      }
      lineageOfClass.put(identifier, row.required("lineage"));
    }
    CellLineages result = new CellLineages();
    for (LexiconEntry entry : lexicon.entries()) {
      String own = lineageOfClass.get(entry.identifier());
      if (own != null) {
        result.lineages.put(entry.identifier(), own);
      } else if (!entry.identifier().isEmpty()) {
        lexicon.ancestors(entry.identifier()).stream()
            .filter(lineageOfClass::containsKey)
            .findFirst()
            .ifPresent(a -> result.lineages.put(entry.identifier(), lineageOfClass.get(a)));
      }
    }
    return result;
  }

  /** The lineage of a class, or "" when it has none. */
  String of(String identifier) {
    return lineages.getOrDefault(identifier, "");
  }
}
