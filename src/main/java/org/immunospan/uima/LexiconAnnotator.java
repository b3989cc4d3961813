package org.immunospan.uima;

import java.util.ArrayList;
import java.util.List;
import org.apache.uima.jcas.JCas;
import org.immunospan.text.Mention;

/**
 * Marks the names of a user's own lexicon, of any type. They take the place of mentions of the same
 * type that they overlap: who brings a lexicon knows better. Run it after the other annotators.
 */
public final class LexiconAnnotator extends MentionAnnotator {

  @Override
  protected void add(JCas jcas, List<Mention> found) {
    if (found.isEmpty()) {
      return;
    }
    List<Mention> mentions = new ArrayList<>(found);
    for (Mention mention : CasText.mentions(jcas)) {
      if (found.stream().noneMatch(own -> displaces(own, mention))) {
        mentions.add(mention);
      }
    }
    CasText.replaceMentions(jcas, mentions);
  }

  private static boolean displaces(Mention own, Mention mention) {
    return own.type() == mention.type() && own.span().overlaps(mention.span());
  }
}
