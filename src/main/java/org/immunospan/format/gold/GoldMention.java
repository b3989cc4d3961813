package org.immunospan.format.gold;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.immunospan.text.Span;

/**
 * A name that people or a program marked in a text.
 *
 * @param span where it is in the text of the document; for a discontinuous name from the start of
 *     its first part to the end of its last
 * @param type as the corpus calls it, until a {@link TypeMap} is applied
 * @param subtype the class within the type, or "" when the corpus has none
 * @param identifiers what it refers to, as CURIEs where the corpus allows; empty when unknown
 * @param parts the pieces of a discontinuous name, sorted; empty for every other
 * @param notes what a program knows besides, by the columns of {@link Notes}; empty for gold
 */
public record GoldMention(
    Span span,
    String type,
    String subtype,
    List<String> identifiers,
    List<Span> parts,
    Map<String, String> notes) {

  public GoldMention {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(subtype, "subtype");
    identifiers = List.copyOf(identifiers);
    parts = List.copyOf(parts);
    notes = Notes.inOrder(notes);
  }

  /** A mention without notes. */
  public GoldMention(
      Span span, String type, String subtype, List<String> identifiers, List<Span> parts) {
    this(span, type, subtype, identifiers, parts, Map.of());
  }

  /** A mention of which only the place and the type are known. */
  public static GoldMention of(Span span, String type) {
    return new GoldMention(span, type, "", List.of(), List.of());
  }

  /** The words of the name: those at its span, or its parts joined by spaces. */
  public String text(String documentText) {
    return parts.isEmpty()
        ? span.of(documentText)
        : parts.stream().map(part -> part.of(documentText)).collect(Collectors.joining(" "));
  }

  /** The parts of the name: one unless it is discontinuous. */
  public List<Span> partsOrSpan() {
    return parts.isEmpty() ? List.of(span) : parts;
  }

  public boolean isDiscontinuous() {
    return !parts.isEmpty();
  }

  public GoldMention withType(String newType) {
    return new GoldMention(span, newType, subtype, identifiers, parts, notes);
  }

  public GoldMention withSubtype(String newSubtype) {
    return new GoldMention(span, type, newSubtype, identifiers, parts, notes);
  }
}
