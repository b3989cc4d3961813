package org.immunospan.evaluate;

import org.immunospan.text.Span;

/**
 * One row of a spans.csv.
 *
 * @param identifier CURIEs joined by {@code |}; empty when unknown
 * @param score how probable the annotator thinks it; NaN when it does not say
 */
public record SystemSpan(Span span, String type, String subtype, String identifier, double score) {

  /** A span whose score is not known. */
  SystemSpan(Span span, String type, String subtype, String identifier) {
    this(span, type, subtype, identifier, Double.NaN);
  }
}
