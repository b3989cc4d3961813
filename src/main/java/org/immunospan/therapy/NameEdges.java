package org.immunospan.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunospan.crf.TokenSpan;
import org.immunospan.tag.PairedBrackets;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.immunospan.therapy.TherapyGrammar.Kind;

/**
 * Brings the ends of names to the guidelines: drugs joined by a slash are one name, the acid or salt
 * of a drug belongs to it, brackets stand in pairs, and words of amount, route and form at the ends
 * do not belong to a name of several words. Pure functions.
 */
final class NameEdges {

  private final TherapyGrammar grammar;

  NameEdges(TherapyGrammar grammar) {
    this.grammar = grammar;
  }

  /** The names of a sentence, sorted and disjoint, with their ends mended. */
  List<TokenSpan> mend(List<TokenSpan> names, Tokens tokens) {
    List<TokenSpan> mended = new ArrayList<>();
    for (TokenSpan name : names) {
      TokenSpan last = mended.isEmpty() ? null : mended.get(mended.size() - 1);
      if (last != null && areJoined(last, name, tokens)) {
        double probability = Math.min(last.probability(), name.probability());
        mended.set(
            mended.size() - 1,
            new TokenSpan(last.begin(), name.end(), name.type(), probability));
      } else {
        mended.add(name);
      }
    }
    List<TokenSpan> result = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < mended.size(); i++) {
      int limit = i + 1 < mended.size() ? mended.get(i + 1).begin() : tokens.size();
      Optional<TokenSpan> cut = cut(trim(withSalt(mended.get(i), tokens, limit), tokens), tokens);
      if (cut.isPresent() && cut.get().begin() >= free) {
        result.add(cut.get());
        free = cut.get().end();
      }
    }
    return result;
  }

  private static boolean areJoined(TokenSpan left, TokenSpan right, Tokens tokens) {
    return right.begin() == left.end() + 1
        && tokens.text(left.end()).equals("/")
        && tokens.end(left.end() - 1) == tokens.begin(left.end())
        && tokens.end(left.end()) == tokens.begin(right.begin());
  }

  private TokenSpan withSalt(TokenSpan name, Tokens tokens, int limit) {
    int end = name.end();
    if (end < limit && is(tokens, end, Kind.SALT) && tokens.end(end - 1) < tokens.begin(end)) {
      return new TokenSpan(name.begin(), end + 1, name.type(), name.probability());
    }
    return name;
  }

  private TokenSpan trim(TokenSpan name, Tokens tokens) {
    int begin = name.begin();
    int end = name.end();
    while (end - begin > 1
        && is(tokens, begin, Kind.LEFT)
        && tokens.end(begin) < tokens.begin(begin + 1)) {
      begin++;
    }
    while (end - begin > 1
        && is(tokens, end - 1, Kind.RIGHT)
        && tokens.end(end - 2) < tokens.begin(end - 1)) {
      end--;
    }
    return new TokenSpan(begin, end, name.type(), name.probability());
  }

  private boolean is(Tokens tokens, int token, Kind kind) {
    return grammar.is(tokens.text(token).toLowerCase(Locale.ROOT), kind);
  }

  private static Optional<TokenSpan> cut(TokenSpan name, Tokens tokens) {
    Span span = tokens.span(name.begin(), name.end() - 1);
    return PairedBrackets.cut(tokens.documentText(), span)
        .map(
            cut ->
                new TokenSpan(
                    tokens.firstFrom(cut.begin()),
                    tokens.firstFrom(cut.end()),
                    name.type(),
                    name.probability()))
        .filter(cut -> cut.end() > cut.begin());
  }
}
