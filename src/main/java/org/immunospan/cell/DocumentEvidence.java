package org.immunospan.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rest of a document says of a name that says too little: which cell a marker is a marker
 * of ({@code EG2+ eosinophils}, then {@code EG2+ cells}), and whether {@code M1} and {@code M2} are
 * macrophages.
 */
final class DocumentEvidence {

  private static final int LENGTH_OF_M1 = 2;

  private final CellRules rules;
  private final Map<String, CellName> cellOfMarker = new HashMap<>();
  private boolean macrophages;

  private DocumentEvidence(CellRules rules) {
    this.rules = rules;
  }

  static DocumentEvidence of(List<CellName> names, CellRules rules) {
    DocumentEvidence context = new DocumentEvidence(rules);
    for (CellName name : names) {
      boolean cell = name.genus().equals(CellWords.ANY_CELL);
      if (!cell) {
        name.markers().forEach(m -> context.cellOfMarker.putIfAbsent(m.key(), name));
      }
      boolean macrophage = rules.isPolarisedEvidence(name.genus());
      context.macrophages |= macrophage && name.span().length() > LENGTH_OF_M1;
    }
    return context;
  }

  /** The name with the genus or the subtype that its bare {@code cell} lacks. */
  CellName complete(CellName name) {
    if (!name.genus().equals(CellWords.ANY_CELL) || name.markers().isEmpty()) {
      return name;
    }
    boolean known =
        name.markers().stream().anyMatch(m -> !m.key().equals(m.name().name()) || isTable(m));
    CellName other = cellOfMarker.get(name.markers().get(0).key());
    if (!known && other != null) {
      return new CellName(
          name.span(), other.genus(), other.differentiae(), name.markers(), other.subtype(), false);
    }
    boolean immune = name.markers().stream().anyMatch(m -> rules.isOfLeukocytes(m.key()));
    return new CellName(
        name.span(),
        name.genus(),
        name.differentiae(),
        name.markers(),
        immune ? "immune" : "other",
        name.shared());
  }

  private static boolean isTable(MarkerReader.Reading marker) {
    return !marker.name().identifier().isEmpty();
  }

  /** Whether a name that means a cell without a noun may be one here. */
  boolean allows(CellName name) {
    return name.span().length() > LENGTH_OF_M1
        || !rules.isPolarisedEvidence(name.genus())
        || macrophages;
  }
}
