package org.immunospan.evaluate;

import java.util.LinkedHashSet;
import java.util.Set;

/** Several identifiers in one field. */
final class Identifier {

  private Identifier() {}

  /** The parts of a field joined by {@code |}. */
  static Set<String> set(String field) {
    Set<String> parts = new LinkedHashSet<>(java.util.List.of(field.split("\\|", -1)));
    parts.remove("");
    return parts;
  }
}
