package org.immunospan.tag;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconMatcher;
import org.immunospan.text.Concept;
import org.immunospan.text.Grounding;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;

/**
 * Marks the names of a lexicon, leftmost-longest in each sentence, with concept and subtype. The
 * score is a fixed prior by what the name is to its concept: preferred name 0.9, synonym 0.85,
 * related name 0.7. Doubtful names are not reported. Immutable; safe to share.
 */
public final class LexiconTagger implements Tagger {

  private final LexiconMatcher matcher;

  public LexiconTagger(LexiconMatcher matcher) {
    this.matcher = matcher;
  }

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    List<Mention> mentions = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      for (LexiconMatcher.Match match : matcher.match(sentence.tokens())) {
        if (match.entry().isMention() && match.kind() != LexiconMatcher.NameKind.DOUBTFUL) {
          mentions.add(mention(sentence, match));
        }
      }
    }
    mentions.sort(Mention.ORDER);
    return mentions;
  }

  private Mention mention(Sentence sentence, LexiconMatcher.Match match) {
    LexiconEntry entry = match.entry();
    double score = score(match.kind());
    String source = matcher.lexicon().source();
    Grounding grounding =
        entry.identifier().isEmpty()
            ? Grounding.unlinked()
            : Grounding.of(new Concept(entry.identifier(), entry.name()), score, source);
    return new Mention(
        sentence.tokens().span(match.firstToken(), match.lastToken()),
        matcher.lexicon().type(),
        entry.subtype(),
        grounding,
        score,
        source);
  }

  private static double score(LexiconMatcher.NameKind kind) {
    return switch (kind) {
      case PREFERRED -> 0.9;
      case SYNONYM -> 0.85;
      case RELATED -> 0.7;
      case DOUBTFUL -> 0.3;
    };
  }
}
