package org.immunospan.crf;

/**
 * What the decoder keeps of one word form, or of one value of an attribute of sentences: the
 * weights it brings, for every place it can have beside a token, and its values for features made
 * of several words. Never changed; its final fields make it safe to hand to other threads without
 * synchronisation.
 */
final class WordSums {

  final String form;

  /** The key of the form, by which it is known. */
  final long key;

  /** No two of a {@link CompiledFeatures} have the same. */
  final int number;

  /** The {@link Values} of all attributes; none for those that no template needs any more. */
  final long[] values;

  /**
   * {@code sums[(highest offset - offset) · L + y]} over the offsets of its templates, which is the
   * order of the tokens that this word stands beside, so that all are added to the scores of a
   * sentence in one stretch.
   */
  final int[] sums;

  WordSums(String form, int number, long[] values, int[] sums) {
    this.form = form;
    this.key = FeatureKey.of(form);
    this.number = number;
    this.values = values;
    this.sums = sums;
  }
}
