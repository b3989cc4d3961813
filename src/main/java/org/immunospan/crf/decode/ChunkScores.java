package org.immunospan.crf.decode;

/**
 * What the decoder keeps of one chunk: for each of its tokens, the weights that templates of
 * attributes of chunks bring, and the values for other templates. Never changed; its final fields
 * make it safe to hand to other threads without synchronisation.
 */
final class ChunkScores extends CacheEntry {

  /** For each token the {@link PackedValues} of all attributes of chunks. */
  final long[][] values;

  /** {@code sums[token · L + y]}. */
  final int[] sums;

  ChunkScores(long key, long[][] values, int[] sums) {
    super(key);
    this.values = values;
    this.sums = sums;
  }
}
