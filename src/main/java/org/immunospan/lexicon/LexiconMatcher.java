package org.immunospan.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * A lexicon compiled for search. Where one spelling is a name of several concepts, a stop name
 * counts before a preferred name, that before a synonym, that before a related name, that before a
 * doubtful one, and of equals the entry that stands first in the lexicon. Immutable; safe to share.
 */
public final class LexiconMatcher {

  /** What a found name is to its concept. */
  public enum NameKind {
    PREFERRED,
    SYNONYM,
    RELATED,
    DOUBTFUL;

    /** A number in the features of trained models: 0 for the preferred name, up to 3. */
    @SuppressWarnings("EnumOrdinal") // a new kind goes to the end
    public int code() {
      return ordinal();
    }
  }

  /**
   * A name of the lexicon in a sentence.
   *
   * @param firstToken of the sentence, from 0
   * @param lastToken of the sentence, inclusive
   */
  public record Match(int firstToken, int lastToken, LexiconEntry entry, NameKind kind) {}

  /** What the trie's values are numbers of. */
  private record Meaning(LexiconEntry entry, NameKind kind) {}

  private final Lexicon lexicon;
  private final List<Meaning> meanings = new ArrayList<>();
  private final TermTrie trie;

  private LexiconMatcher(Lexicon lexicon, Tokenizer tokenizer) {
    this.lexicon = lexicon;
    TermTrie.Builder builder = TermTrie.builder(tokenizer);
    addNames(builder, false);
    addNames(builder, true);
    this.trie = builder.build();
  }

  /** Compiles a lexicon; the tokenizer must be the one that cuts the text. */
  public static LexiconMatcher of(Lexicon lexicon, Tokenizer tokenizer) {
    return new LexiconMatcher(lexicon, tokenizer);
  }

  public Lexicon lexicon() {
    return lexicon;
  }

  /**
   * Leftmost-longest matches, sorted, never overlapping. Stop names are among them: {@link
   * LexiconEntry#isMention}.
   */
  public List<Match> match(Tokens tokens) {
    List<TermMatch> found = trie.match(tokens);
    List<Match> matches = new ArrayList<>(found.size());
    for (TermMatch match : found) {
      Meaning meaning = meanings.get(match.value());
      matches.add(
          new Match(match.firstToken(), match.lastToken(), meaning.entry(), meaning.kind()));
    }
    return matches;
  }

  private void addNames(TermTrie.Builder builder, boolean mentions) {
    for (NameKind kind : NameKind.values()) {
      for (LexiconEntry entry : lexicon.entries()) {
        List<String> names = names(entry, kind);
        if (entry.isMention() == mentions && !names.isEmpty()) {
          names.forEach(name -> builder.add(name, meanings.size()));
          meanings.add(new Meaning(entry, kind));
        }
      }
    }
  }

  private static List<String> names(LexiconEntry entry, NameKind kind) {
    return switch (kind) {
      case PREFERRED -> entry.nameIsSearched() ? List.of(entry.name()) : List.of();
      case SYNONYM -> entry.synonyms();
      case RELATED -> entry.related();
      case DOUBTFUL -> entry.doubtful();
    };
  }
}
