package org.immunospan.text;

import java.util.Objects;

/**
 * A molecule in the name of a cell, with the level at which the cell carries it: {@code CD25hi}.
 *
 * @param span of the name without the level, on the text of the document
 * @param name the marker as its table spells it, such as {@code FOXP3} for {@code Foxp3}
 * @param level {@link MarkerLevel#UNWRITTEN} when none is written ({@code CD8 T cell})
 * @param identifier CURIE of the human gene or of a group of genes, or "" when there is none
 */
public record Marker(Span span, String name, MarkerLevel level, String identifier) {

  public Marker {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(identifier, "identifier");
  }

  @Override
  public String toString() {
    return name + level.sign();
  }
}
