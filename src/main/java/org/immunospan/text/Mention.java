package org.immunospan.text;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A name found in a text. Immutable.
 *
 * @param span where it is, on the text of the document
 * @param type what it is a name of
 * @param subtype the class within the type as in spans.csv, or "" when unknown
 * @param grounding what it refers to
 * @param score confidence in [0, 1], or NaN when unknown
 * @param source the model or lexicon that found it, with its version, or "" when unknown
 * @param longForm for an abbreviation its expansion in the same document, else ""
 * @param cell what only cells have; {@link CellDetails#NONE} for other types
 * @param gene what only genes have; {@link GeneDetails#NONE} for other types
 * @param targets for a therapy the CURIEs of the genes, or groups of genes, that its name says it
 *     acts on; empty for other types
 */
public record Mention(
    Span span,
    EntityType type,
    String subtype,
    Grounding grounding,
    double score,
    String source,
    String longForm,
    CellDetails cell,
    GeneDetails gene,
    List<String> targets) {

  /** The order of rows in spans.csv within a document: begin, longest first, then type. */
  public static final Comparator<Mention> ORDER =
      Comparator.comparing(Mention::span).thenComparing(Mention::type);

  public Mention {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(subtype, "subtype");
    Objects.requireNonNull(grounding, "grounding");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(longForm, "longForm");
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(gene, "gene");
    targets = List.copyOf(targets);
    if (score < 0 || score > 1) {
      throw new IllegalArgumentException("a score is in [0, 1] or NaN, found " + score);
    }
  }

  /** A mention of which only place, type, class, concept and origin are known. */
  public Mention(
      Span span,
      EntityType type,
      String subtype,
      Grounding grounding,
      double score,
      String source) {
    this(
        span,
        type,
        subtype,
        grounding,
        score,
        source,
        "",
        CellDetails.NONE,
        GeneDetails.NONE,
        List.of());
  }

  /** A mention of which only the place and the type are known. */
  public static Mention of(Span span, EntityType type) {
    return new Mention(span, type, "", Grounding.unlinked(), Double.NaN, "");
  }

  /** The concepts it refers to: none when unknown or ambiguous, several when it names several. */
  public List<Concept> concepts() {
    return grounding.concepts();
  }

  /** For a cell its lineage, or "" when it has none. */
  public String lineage() {
    return cell.lineage();
  }

  /** For a cell its markers, in the order of the text. */
  public List<Marker> markers() {
    return cell.markers();
  }

  public Mention withSpan(Span newSpan) {
    return new Mention(
        newSpan, type, subtype, grounding, score, source, longForm, cell, gene, targets);
  }

  public Mention withSubtype(String newSubtype) {
    return new Mention(
        span, type, newSubtype, grounding, score, source, longForm, cell, gene, targets);
  }

  public Mention withGrounding(Grounding newGrounding) {
    return new Mention(
        span, type, subtype, newGrounding, score, source, longForm, cell, gene, targets);
  }

  public Mention withScore(double newScore) {
    return new Mention(
        span, type, subtype, grounding, newScore, source, longForm, cell, gene, targets);
  }

  public Mention withSource(String newSource) {
    return new Mention(
        span, type, subtype, grounding, score, newSource, longForm, cell, gene, targets);
  }

  public Mention withLongForm(String newLongForm) {
    return new Mention(
        span, type, subtype, grounding, score, source, newLongForm, cell, gene, targets);
  }

  public Mention withCell(CellDetails newCell) {
    return new Mention(
        span, type, subtype, grounding, score, source, longForm, newCell, gene, targets);
  }

  public Mention withGene(GeneDetails newGene) {
    return new Mention(
        span, type, subtype, grounding, score, source, longForm, cell, newGene, targets);
  }

  public Mention withTargets(List<String> newTargets) {
    return new Mention(
        span, type, subtype, grounding, score, source, longForm, cell, gene, newTargets);
  }
}
