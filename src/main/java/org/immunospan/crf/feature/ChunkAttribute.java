package org.immunospan.crf.feature;

/**
 * A property of a token that depends on its chunk: what is between spaces, without the punctuation
 * at its ends (not a phrase), {@code IL-2Rα} for five of the tokens of {@code ( IL - 2 R α ) ,}.
 * Must be a pure function, safe for use by several threads: the decoder computes it once per chunk
 * and keeps what follows from it. Templates combine such attributes at offset 0 only.
 */
@FunctionalInterface
public interface ChunkAttribute {

  /**
   * The value of one token, null where there is none.
   *
   * @param text of the chunk
   * @param token its number in the chunk
   * @param size the number of tokens of the chunk
   */
  String value(String text, int token, int size);
}
