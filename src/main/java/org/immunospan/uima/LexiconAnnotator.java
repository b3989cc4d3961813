package org.immunospan.uima;

import java.util.List;
import org.apache.uima.jcas.JCas;
import org.immunospan.tag.Overlaps;
import org.immunospan.text.Mention;

/**
 * Marks the names of a user's own lexicon, of any type. They replace mentions of the same type that
 * they overlap, because the user knows better. Run it after the annotators that find mentions.
 */
public final class LexiconAnnotator extends MentionAnnotator {

  @Override
  protected void add(JCas jcas, List<Mention> found) {
    if (!found.isEmpty()) {
      CasText.replaceMentions(jcas, Overlaps.replace(CasText.mentions(jcas), found));
    }
  }
}
