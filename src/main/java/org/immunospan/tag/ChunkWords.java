package org.immunospan.tag;

import org.immunospan.crf.feature.WordAttributes;

/** What a token's chunk, {@code IL-2Rα}, says about it. */
public final class ChunkWords {

  /** Asked for each token of a chunk; without a limit, a long chunk takes quadratic time. */
  private static final int LONGEST = 80;

  private ChunkWords() {}

  /** Where in its chunk a token is: one of B, I, L, U. */
  public static String place(String chunk, int token, int size) {
    if (size == 1) {
      return "U";
    }
    return token == 0 ? "B" : token == size - 1 ? "L" : "I";
  }

  /** The short shape of the chunk's begin, and how far into it the token is. */
  public static String briefShape(String chunk, int token, int size) {
    String begin = chunk.length() > LONGEST ? chunk.substring(0, LONGEST) : chunk;
    return WordAttributes.shortShape(begin).get(0) + token;
  }
}
