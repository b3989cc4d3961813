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

  private static final Map<String, String> LINEAGE_OF_CLASS =
      Map.ofEntries(
          Map.entry("CL:0000084", "T"),
          Map.entry("CL:0000893", "T"),
          Map.entry("CL:0000945", "B"),
          Map.entry("CL:0000623", "NK/ILC"),
          Map.entry("CL:0001065", "NK/ILC"),
          Map.entry("CL:0000542", "lymphoid"),
          Map.entry("CL:0000838", "lymphoid"),
          Map.entry("CL:0000451", "dendritic"),
          Map.entry("CL:0000576", "monocyte/macrophage"),
          Map.entry("CL:0000235", "monocyte/macrophage"),
          Map.entry("CL:0000113", "monocyte/macrophage"),
          Map.entry("CL:0000094", "granulocyte"),
          Map.entry("CL:0000097", "mast"),
          Map.entry("CL:0000766", "myeloid"),
          Map.entry("CL:0000763", "myeloid"),
          Map.entry("CL:0000839", "myeloid"),
          Map.entry("CL:0000764", "erythroid"),
          Map.entry("CL:0000233", "platelet"),
          Map.entry("CL:0000556", "platelet"),
          Map.entry("CL:0000125", "glia"),
          Map.entry("CL:0000738", "leukocyte"),
          Map.entry("CL:0000988", "hematopoietic"));

  private final Map<String, String> lineages = new HashMap<>();

  CellLineages(Lexicon lexicon) {
    for (LexiconEntry entry : lexicon.entries()) {
      String own = LINEAGE_OF_CLASS.get(entry.identifier());
      if (own != null) {
        lineages.put(entry.identifier(), own);
      } else if (!entry.identifier().isEmpty()) {
        lexicon.ancestors(entry.identifier()).stream()
            .filter(LINEAGE_OF_CLASS::containsKey)
            .findFirst()
            .ifPresent(a -> lineages.put(entry.identifier(), LINEAGE_OF_CLASS.get(a)));
      }
    }
  }

  /** The lineage of a class, or "" when it has none. */
  String of(String identifier) {
    return lineages.getOrDefault(identifier, "");
  }
}
