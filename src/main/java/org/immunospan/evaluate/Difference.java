package org.immunospan.evaluate;

/**
 * The F1 of two systems on the same documents.
 *
 * @param pValue of the paired approximate randomisation test, two-sided; NaN when undefined
 */
public record Difference(String label, double f1, double otherF1, double pValue) {

  public double difference() {
    return f1 - otherF1;
  }
}
