package org.immunospan.evaluate;

import java.util.List;
import java.util.Objects;

/**
 * How to evaluate.
 *
 * @param filters what is scored, one row each
 * @param scheme the scheme that intervals, tests and the gate are about
 * @param resamples number of bootstrap resamples; 0 for no intervals
 * @param shuffles rounds of the randomisation test
 * @param seed of both
 * @param genes what the gold's identifiers of genes mean
 */
public record EvaluationSettings(
    List<TypeFilter> filters,
    Scheme scheme,
    int resamples,
    int shuffles,
    long seed,
    Hierarchy hierarchy,
    GeneIds genes) {

  public EvaluationSettings {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(hierarchy, "hierarchy");
    Objects.requireNonNull(genes, "genes");
    filters = List.copyOf(filters);
    if (filters.isEmpty()) {
      throw new IllegalArgumentException("expected at least one type to score");
    }
  }

  /** Without the meaning of identifiers of genes. */
  public EvaluationSettings(
      List<TypeFilter> filters,
      Scheme scheme,
      int resamples,
      int shuffles,
      long seed,
      Hierarchy hierarchy) {
    this(filters, scheme, resamples, shuffles, seed, hierarchy, GeneIds.NONE);
  }

  /** Strict, 1000 resamples, 10,000 shuffles, seed 1. */
  public static EvaluationSettings of(List<TypeFilter> filters) {
    return new EvaluationSettings(filters, Scheme.STRICT, 1000, 10_000, 1, Hierarchy.NONE);
  }
}
