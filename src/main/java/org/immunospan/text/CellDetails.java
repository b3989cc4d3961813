package org.immunospan.text;

import java.util.List;
import java.util.Objects;

/**
 * What only a cell has. Immutable.
 *
 * @param lineage the place of its class among the cells of blood and glia, such as {@code T cell},
 *     or "" when it has none
 * @param markers the markers in its name or shared with it by a coordination, in the order of the
 *     text
 */
public record CellDetails(String lineage, List<Marker> markers) {

  /** A cell without lineage and markers, and what a mention of any other type has. */
  public static final CellDetails NONE = new CellDetails("", List.of());

  public CellDetails {
    Objects.requireNonNull(lineage, "lineage");
    markers = List.copyOf(markers);
  }

  /** The same markers with another lineage. */
  public CellDetails withLineage(String newLineage) {
    return new CellDetails(newLineage, markers);
  }
}
