package org.immunospan.gene;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.immunospan.gene.GeneWords.Kind;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * Brings the spans of a gene model to the borders that the guidelines ask for. Words around a name
 * go ({@code anti-} of {@code anti-IgM antibodies}, {@code mRNA}), and so does what is glued to the
 * front of a symbol ({@code rh} of {@code rhIL-3}, {@code p-} of {@code p-S6}). Mentions of nothing
 * but generic words go ({@code cytokines}). Two that only a bracket parts are one ({@code
 * interleukin (IL)-6}). Immutable; safe to share.
 */
final class GeneBoundaryRules {

  private static final String ALPHA = "α";

  private final GeneWords words;

  GeneBoundaryRules(GeneWords words) {
    this.words = words;
  }

  /**
   * The corrected mentions, sorted and disjoint.
   *
   * @param mentions sorted and disjoint, each inside one sentence
   */
  List<Mention> apply(SegmentedDocument document, List<Mention> mentions) {
    List<Mention> kept = new ArrayList<>();
    int next = 0;
    for (Sentence sentence : document.sentences()) {
      Tokens tokens = sentence.tokens();
      for (; next < mentions.size() && isIn(sentence, mentions.get(next)); next++) {
        trim(tokens, mentions.get(next), kept);
      }
    }
    String text = document.text();
    return GeneListEnds.add(
        text, GeneSubscripts.close(text, new GeneJoins(text, words, kept).joined()), words);
  }

  private static boolean isIn(Sentence sentence, Mention mention) {
    return mention.span().end() <= sentence.span().end();
  }

  private void trim(Tokens tokens, Mention mention, List<Mention> kept) {
    int first = tokens.firstEndingAfter(mention.span().begin());
    int last = tokens.firstFrom(mention.span().end()) - 1;
    BitSet unpaired = unpairedBrackets(tokens, first, last);
    for (int from = first; from <= last; ) {
      int cut = unpaired.nextSetBit(from);
      int end = cut < 0 ? last + 1 : cut;
      if (end > from) {
        trim(tokens, from, end - 1, mention, kept);
      }
      from = end + 1;
    }
  }

  /** Brackets without a partner: they part two names, {@code β-amyloid (Aβ}. */
  private static BitSet unpairedBrackets(Tokens tokens, int first, int last) {
    BitSet unpaired = new BitSet();
    int open = 0;
    int[] opened = new int[last - first + 1];
    for (int i = first; i <= last; i++) {
      char c = tokens.documentText().charAt(tokens.begin(i));
      if (c == '(') {
        opened[open++] = i;
        unpaired.set(i);
      } else if (c == ')' && open > 0) {
        unpaired.clear(opened[--open]);
      } else if (c == ')') {
        unpaired.set(i);
      }
    }
    return unpaired;
  }

  private void trim(Tokens tokens, int from, int to, Mention mention, List<Mention> kept) {
    int first = from;
    int last = to;
    while (first < last && goesFromFront(tokens, first, last)) {
      first++;
    }
    while (first < last && goesFromEnd(tokens, first, last)) {
      last--;
    }
    boolean named = false;
    for (int i = first; i <= last && !named; i++) {
      String word = tokens.text(i);
      char begin = word.charAt(0);
      boolean counts = i == last && i > first && word.length() == 1;
      named =
          Character.isLetter(begin)
              ? !words.is(Kind.GENERIC, lower(tokens, i))
                  || (counts && Character.isUpperCase(begin))
              : i == last && i > first && Character.isDigit(begin);
    }
    if (named) {
      Span span = tokens.span(first, last);
      int cut = prefix(tokens.documentText(), span);
      kept.add(mention.withSpan(new Span(span.begin() + cut, span.end())));
    }
  }

  private boolean goesFromFront(Tokens tokens, int token, int last) {
    String word = lower(tokens, token);
    if (word.equals("-") || word.equals("/")) {
      return true;
    }
    if (word.equals(ALPHA)) {
      boolean hyphen = token + 1 < last && tokens.text(token + 1).equals("-");
      int target = hyphen ? token + 2 : token + 1;
      return tokens.end(token) == tokens.begin(token + 1)
          && tokens.end(target - 1) == tokens.begin(target)
          && words.is(Kind.TARGET, tokens.text(target));
    }
    return words.is(Kind.BEFORE, word)
        && !(token < last && words.is(Kind.KEPT, word + " " + lower(tokens, token + 1)));
  }

  private boolean goesFromEnd(Tokens tokens, int first, int last) {
    String word = lower(tokens, last);
    if (words.is(Kind.AFTER, word) || word.equals("-") || word.equals("+")) {
      return true;
    }
    if (!words.is(Kind.AFTER_A_SYMBOL, word)) {
      return false;
    }
    // After a symbol, and other such words at most.
    int end = first + 1;
    while (end < last && tokens.begin(end) == tokens.end(end - 1)) {
      end++;
    }
    boolean plain = Symbols.isSymbol(tokens.span(first, end - 1).of(tokens.documentText()));
    for (int i = end; i < last && plain; i++) {
      plain = words.is(Kind.AFTER_A_SYMBOL, lower(tokens, i));
    }
    return plain;
  }

  /** The length of what is glued to the front of a symbol. */
  private int prefix(String text, Span span) {
    for (String prefix : words.all(Kind.PREFIX)) {
      int begin = span.begin() + prefix.length();
      if (begin < span.end() && text.startsWith(prefix, span.begin())) {
        Span rest = new Span(begin, span.end());
        boolean hyphen = prefix.endsWith("-");
        if (hyphen
            ? Symbols.isSymbol(rest.of(text))
            : Character.isUpperCase(text.charAt(begin)) && begin + 1 < span.end()) {
          return prefix.length();
        }
      }
    }
    return 0;
  }

  private static String lower(Tokens tokens, int token) {
    return tokens.text(token).toLowerCase(Locale.ROOT);
  }
}
