package org.immunospan.lexicon.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.immunospan.lexicon.Table;
import org.immunospan.lexicon.build.CellOntology.CellClass;

/**
 * Which classes of the Cell Ontology are immune: the table {@code immune-classes.tsv}. Immutable.
 */
final class ImmuneClasses {

  private enum Use {
    ROOT,
    IMMUNE,
    BLOOD,
    LINEAGE_NOT_IMMUNE,
    CLASS_NOT_IMMUNE
  }

  private final Map<Use, List<String>> classes = new EnumMap<>(Use.class);

  private ImmuneClasses() {
    for (Use use : Use.values()) {
      classes.put(use, new ArrayList<>());
    }
  }

  static ImmuneClasses read() {
    ImmuneClasses immune = new ImmuneClasses();
    try {
      for (Table.Row row :
          Table.ofResource(ImmuneClasses.class, "immune-classes.tsv", "class", "name", "use", "why")
              .rows()) {
        immune.classes.get(row.constant("use", Use.class)).add(row.required("class"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return immune;
  }

  /** The class of everything; a bare {@code cell} is not a mention. */
  String root() {
    return classes.get(Use.ROOT).get(0);
  }

  boolean contains(CellClass cell) {
    return isKindOf(Use.IMMUNE, cell)
        || (isKindOf(Use.BLOOD, cell)
            && !isKindOf(Use.LINEAGE_NOT_IMMUNE, cell)
            && !classes.get(Use.CLASS_NOT_IMMUNE).contains(cell.identifier()));
  }

  private boolean isKindOf(Use use, CellClass cell) {
    return classes.get(use).stream().anyMatch(cell::isA);
  }
}
