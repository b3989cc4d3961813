package org.immunospan.crf;

/**
 * What marking a span is worth in minimum Bayes risk decoding ({@link MinimumBayesRiskDecoder}).
 * The less marking costs, the more spans are marked: recall for precision.
 *
 * @param someName λ: what it earns to mark something where there is a name at all
 * @param cost θ: what marking a span costs
 */
public record SpanUtility(double someName, double cost) {

  /** Chosen on held-out training sentences of BC2GM. */
  public static final SpanUtility DEFAULT = new SpanUtility(0.5, 0.6);
}
