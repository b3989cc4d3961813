package org.immunospan.text;

import java.util.Objects;

/**
 * An entry of a public terminology.
 *
 * @param identifier CURIE with a Bioregistry prefix, such as {@code CL:0000084} or {@code
 *     hgnc:1678}
 * @param name the terminology's preferred name
 */
public record Concept(String identifier, String name) {

  public Concept {
    Objects.requireNonNull(name, "name");
    if (identifier.indexOf(':') <= 0) {
      throw new IllegalArgumentException("expected a CURIE such as CL:0000084, got " + identifier);
    }
  }
}
