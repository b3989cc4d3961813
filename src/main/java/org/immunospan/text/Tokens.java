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

  /** The characters of each token; null where they are cut out of the text when asked for. */
  private final String[] forms;

  /**
   * Takes copies of the first {@code size} elements.
   *
   * @throws IllegalArgumentException if the spans are not sorted, overlap, are empty or leave the
   *     text
   */
  public Tokens(String text, int[] begins, int[] ends, int size) {
    this(text, Arrays.copyOf(begins, size), Arrays.copyOf(ends, size), (String[]) null);
  }

  /**
   * The same, whose characters are strings that equal tokens share.
   *
   * @throws IllegalArgumentException as above
   */
  public Tokens(String text, int[] begins, int[] ends, int size, Forms forms) {
    this(text, Arrays.copyOf(begins, size), Arrays.copyOf(ends, size), new String[size]);
    for (int i = 0; i < size; i++) {
      this.forms[i] = forms.of(text, begins[i], ends[i]);
    }
  }

  private Tokens(String text, int[] begins, int[] ends, String[] forms) {
    this.text = text;
    this.begins = begins;
    this.ends = ends;
    this.forms = forms;
    int size = begins.length;
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
    return forms == null ? text.substring(begins[token], ends[token]) : forms[token];
  }

  /** The span from the start of token {@code first} to the end of token {@code last}. */
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
    return new Tokens(
        text,
        Arrays.copyOfRange(begins, first, end),
        Arrays.copyOfRange(ends, first, end),
        forms == null ? null : Arrays.copyOfRange(forms, first, end));
  }

  /** The text of the document, on which the offsets count. */
  public String documentText() {
    return text;
  }

  /** The characters of all tokens, as OpenNLP wants them. */
  public String[] toStrings() {
    String[] strings = new String[size()];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = text(i);
    }
    return strings;
  }
}
