package org.immunospan.crf;

/**
 * What the decoder keeps of one word form: the weights it brings, for every place it can have
 * beside a token, and its values for features made of several words. Never changed; its final
 * fields make it safe to hand to other threads without synchronisation.
 */
final class WordSums {

  final String form;

  /** The hash of the form, as {@link String#hashCode} has it. */
  final int hash;

  /** No two of a {@link CompiledFeatures} have the same. */
  final int number;

  /** By attribute of words; null where no template needs it after the sums are made. */
  final Values[] values;

  /** {@code sums[(offset - lowest) · L + y]}. */
  final int[] sums;

  WordSums(String form, int number, Values[] values, int[] sums) {
    this.form = form;
    this.hash = form.hashCode();
    this.number = number;
    this.values = values;
    this.sums = sums;
  }
}
