package org.immunospan.text;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A name found in a text.
 *
 * @param span where it stands, on the text of the document
 * @param type what it is a name of
 * @param subtype the class within the type as of spans.csv, or "" when unknown
 * @param concepts what it refers to: empty when unknown, several when it names several at once
 * @param score confidence in [0, 1], or NaN when unknown
 * @param source the model or lexicon that found it, with its version
 * @param longForm for an abbreviation its expansion in the same document, else ""
 * @param lineage for a cell the place of its class among the cells of blood and glia, such as
 *     {@code T}, else ""
 * @param markers for a cell the signed markers in its name or shared with it by a coordination, in
 *     the order of the text
 */
public record Mention(
    Span span,
    EntityType type,
    String subtype,
    List<Concept> concepts,
    double score,
    String source,
    String longForm,
    String lineage,
    List<Marker> markers) {

  /** The order of rows in spans.csv within a document: begin, longest first, then type. */
  public static final Comparator<Mention> ORDER =
      Comparator.comparing(Mention::span).thenComparing(Mention::type);

  public Mention {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(subtype, "subtype");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(longForm, "longForm");
    Objects.requireNonNull(lineage, "lineage");
    concepts = List.copyOf(concepts);
    markers = List.copyOf(markers);
    if (score < 0 || score > 1) {
      throw new IllegalArgumentException("a score lies in [0, 1] or is NaN, got " + score);
    }
  }

  /** A mention without lineage and markers, as all are that are no cells. */
  public Mention(
      Span span,
      EntityType type,
      String subtype,
      List<Concept> concepts,
      double score,
      String source,
      String longForm) {
    this(span, type, subtype, concepts, score, source, longForm, "", List.of());
  }

  /** A mention of which only the place and the type are known. */
  public static Mention of(Span span, EntityType type) {
    return new Mention(span, type, "", List.of(), Double.NaN, "", "");
  }

  public Mention withSpan(Span newSpan) {
    return new Mention(newSpan, type, subtype, concepts, score, source, longForm, lineage, markers);
  }

  public Mention withSubtype(String newSubtype) {
    return new Mention(span, type, newSubtype, concepts, score, source, longForm, lineage, markers);
  }

  public Mention withConcepts(List<Concept> newConcepts) {
    return new Mention(span, type, subtype, newConcepts, score, source, longForm, lineage, markers);
  }

  public Mention withScore(double newScore) {
    return new Mention(span, type, subtype, concepts, newScore, source, longForm, lineage, markers);
  }

  public Mention withSource(String newSource) {
    return new Mention(span, type, subtype, concepts, score, newSource, longForm, lineage, markers);
  }

  public Mention withLongForm(String newLongForm) {
    return new Mention(span, type, subtype, concepts, score, source, newLongForm, lineage, markers);
  }
}
