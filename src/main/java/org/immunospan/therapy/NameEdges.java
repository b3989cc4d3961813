package org.immunospan.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.immunospan.crf.TokenSpan;
import org.immunospan.lexicon.LexiconMatcher.Match;
import org.immunospan.lexicon.LexiconMatcher.NameKind;
import org.immunospan.tag.PairedBrackets;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.immunospan.therapy.TherapyGrammar.Kind;

/**
 * Brings the ends of names to the guidelines: drugs joined by a slash are one name, as are a name
 * and its noun, but the parts of a coordination are names of their own; the acid or salt of a drug
 * belongs to it, brackets come in pairs, and words of amount, route and form at the ends do not
 * belong to a name of several words. Pure functions.
 */
final class NameEdges {

  /** The bracket of a name closes after at most this many tokens. */
  private static final int FAR = 6;

  private static final Set<String> CONJUNCTIONS = Set.of("and", "or");

  /** Words before a conjunction that the parts after it depend on, as in inhibition of A and B. */
  private static final Set<String> DEPENDING = Set.of("of", "to", "with", ",", "(", "[", "-");

  private final TherapyGrammar grammar;

  NameEdges(TherapyGrammar grammar) {
    this.grammar = grammar;
  }

  /**
   * The names of a sentence, sorted and disjoint, with their ends mended.
   *
   * @param line the sentence with its names of the lexicon, which keep all their words
   */
  List<TokenSpan> mend(List<TokenSpan> names, TherapyEvidence.Line line) {
    Tokens tokens = line.tokens();
    List<TokenSpan> mended = new ArrayList<>();
    for (TokenSpan name : names) {
      TokenSpan last = mended.isEmpty() ? null : mended.get(mended.size() - 1);
      if (last != null && (areJoined(last, name, tokens) || isHeadOf(last, name, tokens))) {
        double probability = Math.min(last.probability(), name.probability());
        mended.set(
            mended.size() - 1, new TokenSpan(last.begin(), name.end(), name.type(), probability));
      } else {
        mended.add(name);
      }
    }
    List<TokenSpan> result = new ArrayList<>();
    int free = 0;
    mended = parts(mended, line);
    for (int i = 0; i < mended.size(); i++) {
      int limit = i + 1 < mended.size() ? mended.get(i + 1).begin() : tokens.size();
      Optional<TokenSpan> cut =
          cut(
              whole(
                  trim(withSalt(closed(mended.get(i), tokens, limit), tokens, limit), tokens, line),
                  line,
                  free,
                  limit),
              tokens);
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

  /**
   * Whether a name is the noun of the one before it ({@code aerobic exercise} and {@code
   * training}), rather than a drug after its class or a general word.
   */
  private boolean isHeadOf(TokenSpan left, TokenSpan right, Tokens tokens) {
    if (right.begin() != left.end()) {
      return false;
    }
    String head = grammar.headClass(tokens.text(right.end() - 1).toLowerCase(Locale.ROOT));
    return head != null && !head.equals("any") && !head.equals("regimen");
  }

  /** The names, those with a conjunction in them divided. */
  private static List<TokenSpan> parts(List<TokenSpan> names, TherapyEvidence.Line line) {
    List<TokenSpan> parts = new ArrayList<>();
    for (TokenSpan name : names) {
      int begin = name.begin();
      int conjunction = conjunction(name, line);
      if (conjunction >= 0) {
        parts.add(new TokenSpan(begin, conjunction, name.type(), name.probability()));
        begin = conjunction + 1;
      }
      parts.add(new TokenSpan(begin, name.end(), name.type(), name.probability()));
    }
    return parts;
  }

  /**
   * The token of the conjunction that divides a name ({@code hip and knee arthroplasty}), or -1.
   * Names of the lexicon and names in capitals ({@code Acceptance and Commitment Therapy}) stay
   * whole.
   */
  private static int conjunction(TokenSpan name, TherapyEvidence.Line line) {
    for (int t = name.begin(); t + 1 < name.end(); t++) {
      String word = line.tokens().text(t);
      if (DEPENDING.contains(word)) {
        return -1;
      }
      if (t > name.begin() && CONJUNCTIONS.contains(word)) {
        boolean isTitle = isCapitalised(line.tokens().text(t + 1));
        return isTitle || line.match(name.begin(), name.end()) != null ? -1 : t;
      }
    }
    return -1;
  }

  private static boolean isCapitalised(String word) {
    return word.length() > 1
        && Character.isUpperCase(word.charAt(0))
        && Character.isLowerCase(word.charAt(1));
  }

  private TokenSpan withSalt(TokenSpan name, Tokens tokens, int limit) {
    int end = name.end();
    if (end < limit && is(tokens, end, Kind.SALT) && tokens.end(end - 1) < tokens.begin(end)) {
      return new TokenSpan(name.begin(), end + 1, name.type(), name.probability());
    }
    return name;
  }

  private TokenSpan trim(TokenSpan name, Tokens tokens, TherapyEvidence.Line line) {
    int begin = name.begin();
    int end = name.end();
    while (end - begin > 1
        && !isKnown(line.match(begin, end))
        && is(tokens, begin, Kind.LEFT)
        && tokens.end(begin) < tokens.begin(begin + 1)) {
      begin++;
    }
    while (end - begin > 1
        && !isKnown(line.match(begin, end))
        && is(tokens, end - 1, Kind.RIGHT)
        && tokens.end(end - 2) < tokens.begin(end - 1)) {
      end--;
    }
    return new TokenSpan(begin, end, name.type(), name.probability());
  }

  /**
   * The name of the lexicon whose last words are missing, where it says what is given: {@code donor
   * lymphocyte infusion}.
   */
  private static TokenSpan whole(TokenSpan name, TherapyEvidence.Line line, int free, int limit) {
    Match match = line.matchAround(name.begin(), name.end());
    return isKnown(match)
            && match.firstToken() >= free
            && match.lastToken() >= name.end()
            && match.lastToken() < limit
            && TherapyTagger.SURE_CLASSES.contains(match.entry().subtype())
        ? new TokenSpan(match.firstToken(), match.lastToken() + 1, name.type(), name.probability())
        : name;
  }

  /** Whether a name is surely one of the lexicon: {@code donor lymphocyte infusion}. */
  private static boolean isKnown(Match match) {
    return match != null && match.kind() != NameKind.DOUBTFUL && match.entry().isMention();
  }

  private boolean is(Tokens tokens, int token, Kind kind) {
    return grammar.is(tokens.text(token).toLowerCase(Locale.ROOT), kind);
  }

  /**
   * The name up to a bracket that it opens and that closes soon, with what touches that bracket, as
   * in {@code [213Bi]J591}.
   */
  private static TokenSpan closed(TokenSpan name, Tokens tokens, int limit) {
    int open = 0;
    for (int t = name.begin(); t < name.end(); t++) {
      open += depth(tokens.text(t));
    }
    int end = name.end();
    while (open > 0 && end < Math.min(limit, name.end() + FAR)) {
      open += depth(tokens.text(end++));
    }
    if (open != 0 || end == name.end()) {
      return name;
    }
    while (end < limit
        && tokens.end(end - 1) == tokens.begin(end)
        && Character.isLetterOrDigit(tokens.text(end).charAt(0))) {
      end++;
    }
    return new TokenSpan(name.begin(), end, name.type(), name.probability());
  }

  private static int depth(String token) {
    return switch (token) {
      case "(", "[" -> 1;
      case ")", "]" -> -1;
      default -> 0;
    };
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
