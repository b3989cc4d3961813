package org.immunospan.therapy;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconMatcher.Match;
import org.immunospan.lexicon.LexiconMatcher.NameKind;
import org.immunospan.lexicon.TermMatch;
import org.immunospan.lexicon.TermTrie;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;
import org.immunospan.therapy.TherapyGrammar.Kind;

/**
 * Finds antibodies that are named by their target: {@code anti-IL-6R antibody}, {@code αPD-1},
 * {@code anti-PD-L1/CTLA-4 antibodies}. Only targets of the grammar count, since antibodies against
 * other molecules are mostly reagents or measured. Where a sentence is about staining, the names
 * are doubtful. Linear; immutable; safe to share.
 */
final class TargetNames {

  private static final String DASHES = "-\u2010\u2011\u2013\u2212";

  /** What the words of the trie are. */
  private static final int TARGET = 0;

  private static final int WITH_ANTI = 1;

  private static final LexiconEntry ANTIBODY = entry("antibody", "biologic");
  private static final LexiconEntry INHIBITOR = entry("inhibitor", "drug class");

  private final TherapyGrammar grammar;
  private final TermTrie targets;

  TargetNames(TherapyGrammar grammar, Tokenizer tokenizer) {
    this.grammar = grammar;
    TermTrie.Builder builder = TermTrie.builder(tokenizer);
    for (String target : grammar.words(Kind.TARGET)) {
      builder.add(target, TARGET);
      for (String anti : grammar.words(Kind.ANTI_PREFIX)) {
        builder.add(anti + target, WITH_ANTI);
      }
    }
    this.targets = builder.build();
  }

  private static LexiconEntry entry(String name, String subtype) {
    return new LexiconEntry("", name, false, subtype, List.of(), List.of(), List.of(), List.of());
  }

  /**
   * Adds the antibodies of a sentence to the names of a lexicon in it. A name of the lexicon stays
   * where it is as long, unless the sentence is about staining.
   *
   * @param matches sorted and disjoint, as is the result
   */
  List<Match> addTo(List<Match> matches, Tokens tokens, String[] words) {
    List<Match> found = find(tokens, words);
    if (found.isEmpty()) {
      return matches;
    }
    List<Match> all = new ArrayList<>();
    int next = 0;
    for (Match antibody : found) {
      while (next < matches.size() && matches.get(next).lastToken() < antibody.firstToken()) {
        all.add(matches.get(next++));
      }
      boolean within =
          next < matches.size()
              && matches.get(next).firstToken() <= antibody.firstToken()
              && matches.get(next).lastToken() >= antibody.lastToken()
              && !isStaining(antibody);
      if (!within) {
        all.add(antibody);
        while (next < matches.size() && matches.get(next).firstToken() <= antibody.lastToken()) {
          next++;
        }
      }
    }
    all.addAll(matches.subList(next, matches.size()));
    return all;
  }

  /** Whether a name is a medicine by its target, in a sentence that is not about staining. */
  static boolean isCertain(Match match) {
    return (match.entry().equals(ANTIBODY) || match.entry().equals(INHIBITOR))
        && match.kind() == NameKind.PREFERRED;
  }

  /** Whether a name is an antibody that shows a molecule. */
  static boolean isStaining(Match match) {
    return match.entry().equals(ANTIBODY) && match.kind() == NameKind.DOUBTFUL;
  }

  private List<Match> find(Tokens tokens, String[] words) {
    List<Match> found = new ArrayList<>();
    NameKind kind = null;
    List<TermMatch> here = targets.match(tokens);
    for (int i = 0; i < here.size(); i++) {
      TermMatch match = withoutArticle(here.get(i), tokens);
      int begin = match.firstToken();
      if (match.value() == TARGET) {
        begin = begin(begin, tokens, words);
      }
      if (begin < 0) {
        addInhibitor(match, tokens, words, found);
        continue;
      }
      int last = here.get(i).lastToken();
      while (i + 1 < here.size() && isNext(last, here.get(i + 1), tokens)) {
        last = here.get(++i).lastToken();
      }
      if (kind == null) {
        kind = isStaining(words) ? NameKind.DOUBTFUL : NameKind.PREFERRED;
      }
      while (begin > 0 && grammar.is(words[begin - 1], Kind.ANTIBODY_KIND)) {
        begin--;
      }
      found.add(new Match(begin, head(last, tokens, words), ANTIBODY, kind));
    }
    return found;
  }

  /**
   * The letter before a target stands for anti only where it touches it: {@code a 4-1BB agonist}.
   */
  private static TermMatch withoutArticle(TermMatch match, Tokens tokens) {
    return match.value() == TARGET || isGlued(match.firstToken(), tokens)
        ? match
        : new TermMatch(match.firstToken() + 1, match.lastToken(), TARGET);
  }

  private void addInhibitor(TermMatch target, Tokens tokens, String[] words, List<Match> found) {
    int head = target.lastToken() + 1;
    if (head < words.length
        && tokens.end(head - 1) + 1 == tokens.begin(head)
        && "drug class".equals(grammar.headClass(words[head]))) {
      found.add(new Match(target.firstToken(), head, INHIBITOR, NameKind.PREFERRED));
    }
  }

  /** The first token of the word for anti that touches a target, or -1. */
  private int begin(int target, Tokens tokens, String[] words) {
    int before = target - 1;
    if (before >= 0 && isDash(words[before]) && isGlued(before, tokens)) {
      before--;
    }
    boolean isAnti = before >= 0 && isGlued(before, tokens) && grammar.is(words[before], Kind.ANTI);
    return isAnti && (before == 0 || !isGlued(before - 1, tokens)) ? before : -1;
  }

  private static boolean isNext(int last, TermMatch next, Tokens tokens) {
    return next.firstToken() == last + 2
        && tokens.text(last + 1).equals("/")
        && isGlued(last, tokens)
        && isGlued(last + 1, tokens);
  }

  /** The last token of the name: the noun after the target, where there is one. */
  private int head(int target, Tokens tokens, String[] words) {
    int at = target + 1;
    while (at < words.length && grammar.is(words[at], Kind.ANTIBODY_KIND)) {
      at++;
    }
    return at < words.length
            && tokens.end(at - 1) + 1 >= tokens.begin(at)
            && grammar.is(TherapyGrammar.singular(words[at]), Kind.ANTIBODY)
        ? at
        : target;
  }

  private boolean isStaining(String[] words) {
    for (String word : words) {
      if (grammar.is(word, Kind.STAINING)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDash(String word) {
    return word.length() == 1 && DASHES.contains(word);
  }

  private static boolean isGlued(int token, Tokens tokens) {
    return tokens.end(token) == tokens.begin(token + 1);
  }
}
