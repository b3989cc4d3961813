package org.immunospan.crf.feature;

/**
 * A property of a token that depends on its sentence: its place in a name of a lexicon, the open
 * brackets before it. Must be a pure function, safe for use by several threads.
 *
 * <p>The values should come from a small set, since the decoder keeps what follows from each value.
 */
@FunctionalInterface
public interface SentenceAttribute {

  /**
   * One value for each token, null where there is none.
   *
   * @param forms the tokens of one sentence
   * @param context what is known about each token from outside the sentence, as in {@code
   *     NameFinderME.find(tokens, additionalContext)}; of length 0, or as long as {@code forms},
   *     with null or empty rows where nothing is known
   */
  String[] values(String[] forms, String[][] context);
}
