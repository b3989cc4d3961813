package org.immunospan.text;

import java.util.Arrays;

/**
 * The tokens of one sentence: sorted, disjoint spans of UTF-16 code units on the text of the
 * document. Parallel arrays rather than a list of records, since every tagger's inner loop runs
 * over them; the arrays never leave. Immutable.
 */
public final class Tokens {

  private final String text;
  private final int[] begins;
  private final int[] ends;

  /**
   * Takes copies of the first {@code size} elements.
   *
   * @throws IllegalArgumentException if the spans are not sorted, overlap, are empty or leave the
   *     text
   */
  public Tokens(String text, int[] begins, int[] ends, int size) {
    this.text = text;
    this.begins = Arrays.copyOf(begins, size);
    this.ends = Arrays.copyOf(ends, size);
    int previousEnd = 0;
    for (int i = 0; i < size; i++) {
      if (begins[i] < previousEnd || ends[i] <= begins[i] || ends[i] > text.length()) {
        throw new IllegalArgumentException(
            "token %s at [%s, %s) is empty, out of order or outside the text of length %s"
                .formatted(i, begins[i], ends[i], text.length()));
      }
      previousEnd = ends[i];
    }
  }

  public int size() {
    return begins.length;
  }

  public int begin(int token) {
    return begins[token];
  }

  public int end(int token) {
    return ends[token];
  }

  /** The characters of one token. */
  public String text(int token) {
    return text.substring(begins[token], ends[token]);
  }

  /** The span from the begin of token {@code first} to the end of token {@code last}. */
  public Span span(int first, int last) {
    return new Span(begins[first], ends[last]);
  }

  /** The first token that begins at an offset or after it; the size when there is none. */
  public int firstFrom(int offset) {
    int at = Arrays.binarySearch(begins, offset);
    return at < 0 ? -at - 1 : at;
  }

  /** The first token that ends after an offset; the size when there is none. */
  public int firstEndingAfter(int offset) {
    int at = Arrays.binarySearch(ends, offset);
    return at < 0 ? -at - 1 : at + 1;
  }

  /** The tokens inside a span. */
  public Tokens within(Span span) {
    int first = firstFrom(span.begin());
    int end = Math.max(first, firstEndingAfter(span.end()));
    while (end > first && ends[end - 1] > span.end()) {
      end--;
    }
    int[] ownBegins = Arrays.copyOfRange(begins, first, end);
    return new Tokens(text, ownBegins, Arrays.copyOfRange(ends, first, end), end - first);
  }

  /** The text of the document, on which the offsets count. */
  public String documentText() {
    return text;
  }

  /** The characters of all tokens, as OpenNLP wants them. */
  public String[] toStrings() {
    String[] strings = new String[size()];
    Arrays.setAll(strings, this::text);
    return strings;
  }
}
