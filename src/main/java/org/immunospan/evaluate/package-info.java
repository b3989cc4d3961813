/**
 * Scores of an annotator against gold. {@link org.immunospan.evaluate.GoldSet} and {@link
 * org.immunospan.evaluate.SystemSpans} are what is compared, {@link
 * org.immunospan.evaluate.Evaluation} compares them, and {@link
 * org.immunospan.evaluate.EvaluationReport} is the result as the package {@code report} shows it.
 *
 * <p>Each document is compared by itself ({@link org.immunospan.evaluate.Comparison}) and leaves
 * one row of counts in a {@link org.immunospan.evaluate.CountTable}; scores, intervals and tests
 * are all functions of sums of such rows.
 */
package org.immunospan.evaluate;
