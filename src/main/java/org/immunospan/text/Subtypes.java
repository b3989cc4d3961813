package org.immunospan.text;

import java.util.List;

/** The classes into which mentions of a type are divided, as the column subtype of spans.csv. */
public final class Subtypes {

  private Subtypes() {}

  /** The classes of a type, in the order of the documentation; empty for genes. */
  public static List<String> of(EntityType type) {
    return switch (type) {
      case GENE -> List.of();
      case CELL -> List.of("immune", "other");
      case THERAPY ->
          List.of(
              "drug",
              "drug class",
              "biologic",
              "vaccine",
              "cell therapy",
              "gene therapy",
              "procedure",
              "radiation",
              "diet or behaviour",
              "regimen");
    };
  }
}
