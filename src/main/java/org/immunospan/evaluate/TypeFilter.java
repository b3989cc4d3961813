package org.immunospan.evaluate;

import java.util.Objects;
import org.immunospan.text.UserException;

/**
 * What is scored as one row: the mentions of a type, or of one class of it ({@code CELL/immune}).
 * With a class, gold of the type and another class is ignored, and so is every system mention that
 * overlaps such gold and no gold of the class.
 *
 * @param subtype the class, or "" for the whole type
 */
public record TypeFilter(String type, String subtype) {

  public TypeFilter {
    Objects.requireNonNull(subtype, "subtype");
    if (type.isEmpty()) {
      throw UserException.of("--types", "a type such as GENE or CELL/immune", "no type");
    }
  }

  public static TypeFilter parse(String specification) {
    int slash = specification.indexOf('/');
    return slash < 0
        ? new TypeFilter(specification, "")
        : new TypeFilter(specification.substring(0, slash), specification.substring(slash + 1));
  }

  boolean takes(String otherType, String otherSubtype) {
    return type.equals(otherType) && (subtype.isEmpty() || subtype.equals(otherSubtype));
  }

  /** As on the command line. */
  public String label() {
    return subtype.isEmpty() ? type : type + "/" + subtype;
  }
}
