package org.immunospan.therapy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immunospan.lexicon.LexiconMatcher;
import org.immunospan.lexicon.LexiconMatcher.Match;
import org.immunospan.therapy.TherapyGrammar.Kind;

/**
 * Finds the name of the lexicon that a name in a text is. The matches in a sentence are the longest
 * ones, and the model may decide on less: {@code corticosteroids} in {@code inhaled
 * corticosteroids}. So the name is also looked up by itself; then without an abbreviation in
 * brackets inside it ({@code angiotensin converting enzyme (ACE) inhibitors}); then without the
 * salt at its end ({@code diclofenac sodium}), but never as the salt alone. Immutable; safe to
 * share.
 */
final class TherapyLinker {

  /** Something in brackets that more words follow. */
  private static final Pattern IN_BRACKETS = Pattern.compile(" ?[(\\[][^()\\[\\]]*[)\\]](?= ?\\w)");

  private static final Pattern LAST_WORD = Pattern.compile(" [^ ]+$");

  private final LexiconMatcher lexicon;
  private final TherapyGrammar grammar;

  TherapyLinker(LexiconMatcher lexicon, TherapyGrammar grammar) {
    this.lexicon = lexicon;
    this.grammar = grammar;
  }

  /**
   * The name of the lexicon, or null.
   *
   * @param exact the match at the very place of the name, or null
   * @param name its text
   */
  Match find(Match exact, String name) {
    if (exact != null && exact.entry().isMention()) {
      return exact;
    }
    return lexicon
        .find(name)
        .or(() -> findShorter(name, IN_BRACKETS.matcher(name).replaceAll("")))
        .or(() -> isSalt(name) ? findBase(name) : Optional.empty())
        .orElse(null);
  }

  private Optional<Match> findShorter(String name, String shorter) {
    return shorter.length() == name.length() ? Optional.empty() : lexicon.find(shorter);
  }

  private Optional<Match> findBase(String name) {
    String base = LAST_WORD.matcher(name).replaceFirst("");
    return isSalt(base) || grammar.is(base.toLowerCase(Locale.ROOT), Kind.SALT)
        ? Optional.empty()
        : lexicon.find(base);
  }

  private boolean isSalt(String name) {
    int space = name.lastIndexOf(' ');
    return space > 0 && grammar.is(name.substring(space + 1).toLowerCase(Locale.ROOT), Kind.SALT);
  }
}
