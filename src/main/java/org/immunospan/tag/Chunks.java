package org.immunospan.tag;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.immunospan.crf.Gluing;
import org.immunospan.crf.SentenceAttribute;
import org.immunospan.crf.WordAttributes;
import org.immunospan.lexicon.WordClusters;

/**
 * What stands between blanks, {@code (IL-2Rα),} for all tokens of {@code ( IL - 2 R α ) ,}, without
 * the punctuation at its ends: the tokens are cut so finely that a name's word is often several of
 * them.
 */
final class Chunks {

  private static final int LONGEST_SHAPE = 14;

  private final String[] forms;
  private final boolean[] glued;

  /** The first and the last token of each token's chunk; punctuation at the ends is by itself. */
  private final int[] first;

  private final int[] last;

  private Chunks(String[] forms, String[][] context) {
    this.forms = forms;
    this.glued = Gluing.glued(forms.length, context);
    this.first = new int[forms.length];
    this.last = new int[forms.length];
    for (int begin = 0; begin < forms.length; ) {
      int end = begin + 1;
      while (end < forms.length && glued[end]) {
        end++;
      }
      mark(begin, end - 1);
      begin = end;
    }
  }

  private void mark(int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && isPunctuation(forms[from])) {
      from++;
    }
    while (to > from && isPunctuation(forms[to])) {
      to--;
    }
    for (int i = begin; i <= end; i++) {
      boolean inside = i >= from && i <= to;
      first[i] = inside ? from : i;
      last[i] = inside ? to : i;
    }
  }

  private static boolean isPunctuation(String form) {
    return !Character.isLetterOrDigit(form.charAt(0));
  }

  private String text(int token) {
    StringBuilder text = new StringBuilder();
    for (int i = first[token]; i <= last[token]; i++) {
      text.append(forms[i]);
    }
    return text.toString();
  }

  /** Where in its chunk a token stands: one of B, I, L, U. */
  private String place(int token) {
    if (first[token] == last[token]) {
      return "U";
    }
    return token == first[token] ? "B" : token == last[token] ? "L" : "I";
  }

  private static SentenceAttribute each(Function<Chunks, IntFunction<String>> f) {
    return (forms, context) -> {
      IntFunction<String> value = f.apply(new Chunks(forms, context));
      String[] values = new String[forms.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = value.apply(i);
      }
      return values;
    };
  }

  /** The chunk in lower case with digits folded. */
  static SentenceAttribute text() {
    return each(chunks -> i -> WordClusters.fold(chunks.text(i)));
  }

  /** The place of the token in its chunk. */
  static SentenceAttribute place() {
    return each(chunks -> chunks::place);
  }

  /** The chunk's short shape, and how far into it the token stands. */
  static SentenceAttribute briefShape() {
    return each(
        chunks -> i -> WordAttributes.shortShape(chunks.text(i)).get(0) + (i - chunks.first[i]));
  }

  /** The shape of the chunk's beginning, and where in it the token stands. */
  static SentenceAttribute shape() {
    return each(
        chunks ->
            i -> {
              String text = chunks.text(i);
              String head = text.substring(0, Math.min(text.length(), LONGEST_SHAPE));
              return chunks.place(i) + WordAttributes.shape(head).get(0);
            });
  }

  /** The chunk before this one, folded. */
  static SentenceAttribute before() {
    return each(
        chunks ->
            i ->
                chunks.first[i] == 0
                    ? null
                    : WordClusters.fold(chunks.text(chunks.first[i] - 1)) + chunks.place(i));
  }

  /** The chunk behind this one, folded. */
  static SentenceAttribute after() {
    return each(
        chunks ->
            i ->
                chunks.last[i] + 1 == chunks.forms.length
                    ? null
                    : WordClusters.fold(chunks.text(chunks.last[i] + 1)) + chunks.place(i));
  }

  /** Whether the token touches its neighbours: none, left, right or both. */
  static SentenceAttribute touch() {
    return each(
        chunks ->
            i -> {
              boolean right = i + 1 < chunks.forms.length && chunks.glued[i + 1];
              return chunks.glued[i] ? (right ? "both" : "left") : (right ? "right" : "none");
            });
  }

  /** How many brackets are open, the token's own included; null for none. */
  static SentenceAttribute depth() {
    return (forms, context) -> {
      String[] values = new String[forms.length];
      int depth = 0;
      for (int i = 0; i < forms.length; i++) {
        depth += forms[i].equals("(") || forms[i].equals("[") ? 1 : 0;
        values[i] = depth == 0 ? null : Integer.toString(Math.min(depth, 2));
        depth -= depth > 0 && (forms[i].equals(")") || forms[i].equals("]")) ? 1 : 0;
      }
      return values;
    };
  }
}
