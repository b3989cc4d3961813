package org.immunospan.train;

import java.util.List;

/**
 * Vectors of unit length for the words of a text, such that words in similar surroundings lie
 * close. Words stand most frequent first. The array is handed out as it is, since it is large: read
 * only.
 */
final class WordVectors {

  private final List<String> words;
  private final int dimensions;
  private final float[] values;

  /**
   * @param values one vector of {@code dimensions} after the other, in the order of the words
   */
  WordVectors(List<String> words, int dimensions, float[] values) {
    if (values.length != words.size() * dimensions) {
      throw new IllegalArgumentException(
          "%s words of %s dimensions need %s values, got %s"
              .formatted(words.size(), dimensions, words.size() * dimensions, values.length));
    }
    this.words = List.copyOf(words);
    this.dimensions = dimensions;
    this.values = values;
  }

  List<String> words() {
    return words;
  }

  int dimensions() {
    return dimensions;
  }

  float[] values() {
    return values;
  }
}
