package org.immunospan.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.immunospan.crf.feature.SentenceAttribute;
import org.immunospan.text.Mention;
import org.immunospan.text.Tokens;

/**
 * What lexicon and grammar say of each token of a sentence, as the context that the features of a
 * cell model are made of: the kind of word, and the place in a name that the grammar reads.
 */
final class CellEvidence {

  /** Before the kinds of the word at a token. */
  static final String WORD = "word=";

  /** Before the place of a token in a name of the grammar. */
  static final String NAME = "name=";

  private static final String[] NOTHING = {};

  private CellEvidence() {}

  /** The attribute of a token that follows a prefix in its context. */
  static SentenceAttribute attribute(String prefix) {
    return (forms, context) -> {
      String[] values = new String[forms.length];
      for (int i = 0; i < Math.min(forms.length, context.length); i++) {
        values[i] = context[i] == null ? null : value(prefix, context[i]);
      }
      return values;
    };
  }

  private static String value(String prefix, String[] given) {
    for (String one : given) {
      if (one.startsWith(prefix)) {
        return one.substring(prefix.length());
      }
    }
    return null;
  }

  /**
   * The context of each token.
   *
   * @param cells those of the document; others than of this sentence do not matter
   */
  static String[][] of(Tokens tokens, CellChunks chunks, List<Mention> cells) {
    String[][] context = new String[tokens.size()][];
    String[] words = new String[context.length];
    String[] names = new String[context.length];
    int token = 0;
    for (int i = 0; i < chunks.size(); i++) {
      CellChunks.Chunk chunk = chunks.get(i);
      String word = word(chunk);
      boolean first = true;
      while (token < tokens.size() && tokens.begin(token) < chunk.end()) {
        if (tokens.end(token) > chunk.begin() && word != null) {
          words[token] = first ? word : word + "~";
          first = false;
        }
        token++;
      }
    }
    for (Mention cell : cells) {
      markName(tokens, cell, names);
    }
    for (int t = 0; t < context.length; t++) {
      List<String> all = new ArrayList<>(3);
      if (t > 0 && tokens.end(t - 1) == tokens.begin(t)) {
        all.add("glued");
      }
      if (words[t] != null) {
        all.add(WORD + words[t]);
      }
      if (names[t] != null) {
        all.add(NAME + names[t]);
      }
      context[t] = all.isEmpty() ? NOTHING : all.toArray(String[]::new);
    }
    return context;
  }

  private static String word(CellChunks.Chunk chunk) {
    if (chunk.isOtherName()) {
      return "OTHER";
    }
    if (chunk.isMarker()) {
      return switch (chunk.marker().level()) {
        case UNWRITTEN -> "marker";
        case NEGATIVE -> "negative";
        default -> "positive";
      };
    }
    if (chunk.words().isEmpty()) {
      return null;
    }
    return chunk.words().stream()
        .map(word -> word.kind().name())
        .distinct()
        .sorted()
        .collect(Collectors.joining("+"));
  }

  private static void markName(Tokens tokens, Mention cell, String[] names) {
    int begin = cell.span().begin();
    int end = cell.span().end();
    if (tokens.size() == 0 || tokens.begin(0) >= end || tokens.end(tokens.size() - 1) <= begin) {
      return;
    }
    String kind =
        (cell.subtype().equals("immune") ? "i" : "o") + (cell.grounding().isLinked() ? "c" : "n");
    for (int t = tokens.firstEndingAfter(begin); t < tokens.size() && tokens.begin(t) < end; t++) {
      boolean first = t == 0 || tokens.end(t - 1) <= begin;
      boolean last = t + 1 == tokens.size() || tokens.begin(t + 1) >= end;
      names[t] = (first ? last ? "U" : "B" : last ? "L" : "I") + kind;
    }
  }
}
