package org.immunospan.crf.feature;

/**
 * Where the chunks of a sentence begin and end: tokens that touch each other, {@code IL-2Rα} in
 * {@code ( IL - 2 R α ) ,}. Punctuation at the ends of such a run is a chunk of its own, token by
 * token. The tokens are cut so finely that a name's word is often several of them. Immutable.
 */
public final class Chunks {

  /** The first and the last token of each token's chunk. */
  private final int[] first;

  private final int[] last;

  private Chunks(int tokens) {
    this.first = new int[tokens];
    this.last = new int[tokens];
  }

  /**
   * The chunks of these tokens.
   *
   * @param punctuation whether a token begins with neither letter nor digit
   * @param glued whether no white space comes before a token
   */
  public static Chunks of(boolean[] punctuation, boolean[] glued, int tokens) {
    Chunks chunks = new Chunks(tokens);
    for (int begin = 0; begin < tokens; ) {
      int end = begin + 1;
      while (end < tokens && glued[end]) {
        end++;
      }
      chunks.mark(begin, end - 1, punctuation);
      begin = end;
    }
    return chunks;
  }

  private void mark(int begin, int end, boolean[] punctuation) {
    int from = begin;
    int to = end;
    while (from < to && punctuation[from]) {
      from++;
    }
    while (to > from && punctuation[to]) {
      to--;
    }
    for (int i = begin; i <= end; i++) {
      boolean inside = i >= from && i <= to;
      first[i] = inside ? from : i;
      last[i] = inside ? to : i;
    }
  }

  public static boolean isPunctuation(String form) {
    return !Character.isLetterOrDigit(form.charAt(0));
  }

  public int first(int token) {
    return first[token];
  }

  /** The number of tokens of a token's chunk. */
  public int size(int token) {
    return last[token] - first[token] + 1;
  }

  /** The text of a token's chunk. */
  public String text(String[] forms, int token) {
    if (first[token] == last[token]) {
      return forms[token];
    }
    StringBuilder text = new StringBuilder();
    for (int i = first[token]; i <= last[token]; i++) {
      text.append(forms[i]);
    }
    return text.toString();
  }
}
