package org.immunospan.evaluate;

import org.immunospan.text.GeneDetails;
import org.immunospan.text.Span;

/**
 * One row of a spans.csv.
 *
 * @param identifier CURIEs joined by {@code |}; empty when unknown
 * @param gene what the columns of genes say; {@link GeneDetails#NONE} when they are empty
 * @param score how probable the annotator thinks it; NaN when it does not say
 */
public record SystemSpan(
    Span span, String type, String subtype, String identifier, double score, GeneDetails gene) {

  /** A span whose score is not known. */
  SystemSpan(Span span, String type, String subtype, String identifier) {
    this(span, type, subtype, identifier, Double.NaN, GeneDetails.NONE);
  }

  SystemSpan withIdentifier(String newIdentifier) {
    return new SystemSpan(span, type, subtype, newIdentifier, score, gene);
  }
}
