package org.immunospan.tag;

import org.immunospan.crf.WordAttributes;

/** What a token's chunk, {@code IL-2Rα}, tells about it. */
final class ChunkWords {

  private static final int LONGEST_SHAPE = 14;

  private ChunkWords() {}

  /** Where in its chunk a token stands: one of B, I, L, U. */
  static String place(String chunk, int token, int size) {
    if (size == 1) {
      return "U";
    }
    return token == 0 ? "B" : token == size - 1 ? "L" : "I";
  }

  /** The chunk's short shape, and how far into it the token stands. */
  static String briefShape(String chunk, int token, int size) {
    return WordAttributes.shortShape(chunk).get(0) + token;
  }

  /** The shape of the chunk's beginning, and where in it the token stands. */
  static String shape(String chunk, int token, int size) {
    String head = chunk.substring(0, Math.min(chunk.length(), LONGEST_SHAPE));
    return place(chunk, token, size) + WordAttributes.shape(head).get(0);
  }
}
