package org.immunospan.format.gold;

import java.util.List;
import java.util.Objects;
import org.immunospan.text.Span;

/**
 * A name that people marked in a text.
 *
 * @param span where it stands, on the text of the document; for a discontinuous name from the begin
 *     of its first part to the end of its last
 * @param type as the corpus calls it, until a {@link TypeMap} is applied
 * @param subtype the class within the type, or "" when the corpus has none
 * @param identifiers what it refers to, as CURIEs where the corpus allows; empty when unknown
 * @param parts the pieces of a discontinuous name, sorted; empty for every other
 */
public record GoldMention(
    Span span, String type, String subtype, List<String> identifiers, List<Span> parts) {

  public GoldMention {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(subtype, "subtype");
    identifiers = List.copyOf(identifiers);
    parts = List.copyOf(parts);
  }

  /** A mention of which only the place and the type are known. */
  public static GoldMention of(Span span, String type) {
    return new GoldMention(span, type, "", List.of(), List.of());
  }

  public boolean isDiscontinuous() {
    return !parts.isEmpty();
  }

  public GoldMention withType(String newType) {
    return new GoldMention(span, newType, subtype, identifiers, parts);
  }

  public GoldMention withSubtype(String newSubtype) {
    return new GoldMention(span, type, newSubtype, identifiers, parts);
  }
}
