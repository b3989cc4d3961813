package org.immunospan.train;

import java.util.BitSet;

/**
 * A text whose sentence ends are known.
 *
 * @param part {@code train} or {@code heldout}
 * @param source the file the text is in
 * @param id the document in that file
 * @param text lines are sections: every line end is a sentence end
 * @param ends after the last character of each sentence, in UTF-16 code units on the text
 */
public record SentenceEnds(String part, String source, String id, String text, BitSet ends) {

  public SentenceEnds {
    ends = (BitSet) ends.clone();
    if (ends.length() > text.length() + 1) {
      throw new IllegalArgumentException(
          "%s, %s: sentence end %s lies after the end of the text of length %s"
              .formatted(source, id, ends.length() - 1, text.length()));
    }
  }

  @Override
  public BitSet ends() {
    return (BitSet) ends.clone();
  }
}
