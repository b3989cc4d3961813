package org.immunospan.tag;

import org.immunospan.crf.feature.WordAttributes;

/** What a token's chunk, {@code IL-2Rα}, tells about it. */
public final class ChunkWords {

  private ChunkWords() {}

  /** Where in its chunk a token stands: one of B, I, L, U. */
  public static String place(String chunk, int token, int size) {
    if (size == 1) {
      return "U";
    }
    return token == 0 ? "B" : token == size - 1 ? "L" : "I";
  }

  /** The chunk's short shape, and how far into it the token stands. */
  public static String briefShape(String chunk, int token, int size) {
    return WordAttributes.shortShape(chunk).get(0) + token;
  }
}
