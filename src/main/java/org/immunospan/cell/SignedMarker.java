package org.immunospan.cell;

import java.util.Objects;
import org.immunospan.text.Marker;
import org.immunospan.text.Span;

/**
 * A marker in the name of a cell, with the level at which the cell carries it: {@code CD25hi}, or
 * without one: {@code CD8 T cell}.
 *
 * @param span of the name without the level, on the text of the document
 * @param name the marker as its table spells it, such as {@code FOXP3} for {@code Foxp3}
 * @param marker the key of the marker, the same for all its names, such as {@code CD11b} for {@code
 *     Mac-1}
 * @param identifier of the human gene, or "" when there is none or several
 */
public record SignedMarker(
    Span span, String name, String marker, String identifier, MarkerLevel level) {

  public SignedMarker {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(marker, "marker");
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(level, "level");
  }

  Marker toMarker() {
    return new Marker(span, name, level.sign(), identifier);
  }

  @Override
  public String toString() {
    return name + level.sign();
  }
}
