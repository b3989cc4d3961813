package org.immunospan.crf.decode;

import org.immunospan.crf.FeatureKey;
import org.immunospan.crf.feature.Chunks;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.Word;

/**
 * What the decoder keeps of one word: the weights it brings, for every place it can have near a
 * token, and its values for features made of several words. Its final fields make it safe to hand
 * to other threads without synchronisation.
 */
final class WordScores extends CacheEntry {

  final String form;

  final long ofForm;

  /** {@link FeatureKey#power} of the form's length. */
  final long power;

  final boolean punctuation;

  /**
   * Whether it touches no other word, so that it is a chunk wherever it occurs: what the chunk
   * brings is in {@link #sums}.
   */
  final boolean isChunk;

  /** The key of the values: words that have the same ones form the same features with others. */
  final long ofValues;

  /** The {@link PackedValues} of all attributes; none for those that no template needs any more. */
  final long[] values;

  /**
   * {@code sums[(highest offset - offset) · L + y]} over the offsets of its templates, which is the
   * order of the tokens that this word is near, so that all are added to the scores of a sentence
   * in one stretch.
   */
  final int[] sums;

  /** The part of the sums that depends on the form alone. */
  final int[] ofFormAlone;

  /** What the word is to each set of names of the model. */
  final NameSet.Unit[] units;

  /** The word as a chunk of its own; null until one is met, and at worst made again. */
  ChunkScores alone;

  WordScores(Word word, long[] values, NameSet.Unit[] units, int[] ofFormAlone, int[] sums) {
    super(key(word.form(), word.touchesLeft(), word.touchesRight()));
    this.form = word.form();
    this.ofForm = FeatureKey.of(form);
    this.power = FeatureKey.power(form.length());
    this.isChunk = !word.touchesLeft() && !word.touchesRight();
    this.punctuation = Chunks.isPunctuation(form);
    this.ofValues = FeatureKey.of(values);
    this.values = values;
    this.units = units;
    this.ofFormAlone = ofFormAlone;
    this.sums = sums;
  }

  /** Other forms may have the same key. */
  static long key(String form, boolean touchesLeft, boolean touchesRight) {
    return ((long) form.hashCode() << 2) | (touchesLeft ? 2 : 0) | (touchesRight ? 1 : 0);
  }
}
