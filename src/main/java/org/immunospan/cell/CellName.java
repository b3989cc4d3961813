package org.immunospan.cell;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.immunospan.text.Span;

/**
 * A cell name as the grammar reads it, before a class is found for it.
 *
 * @param span on the text of the document
 * @param genus the class that the head noun names, {@link CellWords#ANY_CELL} for the bare {@code
 *     cell}, or "" for a cell without a class
 * @param differentiae what modifiers say of the type, in canonical words
 * @param markers in the order of the text; those that a coordination shares are in every part
 * @param subtype {@code immune} or {@code other} where there is no class, else ""
 * @param shared whether the head noun is written with a later part of a coordination
 */
record CellName(
    Span span,
    String genus,
    Set<String> differentiae,
    List<MarkerReader.Reading> markers,
    String subtype,
    boolean shared) {

  CellName {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(genus, "genus");
    differentiae = Set.copyOf(differentiae);
    markers = List.copyOf(markers);
    Objects.requireNonNull(subtype, "subtype");
  }
}
