package org.immunospan.cell;

import java.util.HashMap;
import java.util.Map;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;

/**
 * The place of each class in the tree of blood and glia, in a few words: that of the nearest
 * ancestor that has one. A class outside the tree has none. Immutable.
 */
final class CellLineages {

  private final Map<String, String> lineages = new HashMap<>();

  CellLineages(Lexicon lexicon, CellRules rules) {
    Map<String, String> lineageOfClass = rules.meanings("lineage");
    for (LexiconEntry entry : lexicon.entries()) {
      String own = lineageOfClass.get(entry.identifier());
      if (own != null) {
        lineages.put(entry.identifier(), own);
      } else if (!entry.identifier().isEmpty()) {
        lexicon.ancestors(entry.identifier()).stream()
            .filter(lineageOfClass::containsKey)
            .findFirst()
            .ifPresent(a -> lineages.put(entry.identifier(), lineageOfClass.get(a)));
      }
    }
  }

  /** The lineage of a class, or "" when it has none. */
  String of(String identifier) {
    return lineages.getOrDefault(identifier, "");
  }
}
