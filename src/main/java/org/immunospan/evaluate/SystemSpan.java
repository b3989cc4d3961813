package org.immunospan.evaluate;

import org.immunospan.text.Span;

/**
 * One row of a spans.csv.
 *
 * @param identifier CURIEs joined by {@code |}; empty when unknown
 */
public record SystemSpan(Span span, String type, String subtype, String identifier) {}
