package org.immunospan.cell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immunospan.text.Concept;
import org.immunospan.text.Span;

/**
 * A cell in a document, with its markers.
 *
 * @param concept the nearest class that is not more specific than the text
 * @param subtype {@code immune} or {@code other}, or "" when unknown
 * @param lineage the place of the class among the cells of blood and glia, such as {@code T} or
 *     {@code monocyte/macrophage}, or "" when it has none
 * @param markers in the order of the text; those that a coordination shares are in every part
 * @param longForm for an abbreviation its expansion in the same document, else ""
 */
public record CellMention(
    Span span,
    Optional<Concept> concept,
    String subtype,
    String lineage,
    List<SignedMarker> markers,
    String longForm) {

  public CellMention {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(concept, "concept");
    Objects.requireNonNull(subtype, "subtype");
    Objects.requireNonNull(lineage, "lineage");
    markers = List.copyOf(markers);
    Objects.requireNonNull(longForm, "longForm");
  }

  /** The same cell at another place. */
  CellMention(Span span, CellMention other) {
    this(span, other.concept, other.subtype, other.lineage, other.markers, other.longForm);
  }
}
