package org.immunospan.evaluate;

/** A figure with its confidence interval; NaN where undefined. */
public record Estimate(double value, Interval interval) {}
