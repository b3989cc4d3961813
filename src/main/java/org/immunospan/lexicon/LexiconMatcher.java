package org.immunospan.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * A lexicon compiled for search. Where one spelling is a name of several concepts, a stop name
 * counts first and a doubtful name last; of the others a name with an identifier counts before one
 * without; then a preferred name before a synonym, that before a related name; and of equals the
 * entry that comes first in the lexicon. Immutable; safe to share.
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
  private final Tokenizer tokenizer;

  private LexiconMatcher(Lexicon lexicon, Tokenizer tokenizer) {
    this.lexicon = lexicon;
    this.tokenizer = tokenizer;
    TermTrie.Builder builder = TermTrie.builder(tokenizer);
    addNames(builder);
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

  /** The name of the lexicon that a text is as a whole; not a stop name. */
  public Optional<Match> find(String name) {
    Tokens tokens = tokenizer.tokenize(name, new Span(0, name.length()));
    return match(tokens).stream()
        .filter(match -> match.firstToken() == 0 && match.lastToken() == tokens.size() - 1)
        .filter(match -> match.entry().isMention())
        .findFirst();
  }

  private void addNames(TermTrie.Builder builder) {
    for (Meaning meaning : inOrderOfTrust()) {
      names(meaning.entry(), meaning.kind()).forEach(name -> builder.add(name, meanings.size()));
      meanings.add(meaning);
    }
  }

  private List<Meaning> inOrderOfTrust() {
    List<Meaning> all = new ArrayList<>();
    for (LexiconEntry entry : lexicon.entries()) {
      for (NameKind kind : NameKind.values()) {
        if (!names(entry, kind).isEmpty()) {
          all.add(new Meaning(entry, kind));
        }
      }
    }
    all.sort(
        Comparator.comparing((Meaning meaning) -> meaning.entry().isMention())
            .thenComparing(meaning -> meaning.kind() == NameKind.DOUBTFUL)
            .thenComparing(meaning -> meaning.entry().identifier().isEmpty())
            .thenComparing(Meaning::kind));
    return all;
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
