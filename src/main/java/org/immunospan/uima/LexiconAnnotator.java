package org.immunospan.uima;

import java.util.ArrayList;
import java.util.List;
import org.apache.uima.UimaContext;
import org.apache.uima.fit.component.JCasAnnotator_ImplBase;
import org.apache.uima.fit.descriptor.ExternalResource;
import org.apache.uima.fit.descriptor.TypeCapability;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.ResourceInitializationException;
import org.immunospan.tag.Tagger;
import org.immunospan.text.Mention;
import org.immunospan.uima.resource.TaggerResource;

/**
 * Marks the names of a user's own lexicon, of any type. They take the place of mentions of the same
 * type that they overlap: who brings a lexicon knows better.
 */
@TypeCapability(
    inputs = {
      "org.immunospan.uima.types.SentenceAnnotation",
      "org.immunospan.uima.types.TokenAnnotation",
      "org.immunospan.uima.types.MentionAnnotation"
    },
    outputs = "org.immunospan.uima.types.MentionAnnotation")
public final class LexiconAnnotator extends JCasAnnotator_ImplBase {

  /** The lexicon: loaded once for each resource manager. */
  public static final String RES_TAGGER = "tagger";

  @ExternalResource(key = RES_TAGGER)
  private TaggerResource resource;

  private Tagger tagger;

  @Override
  public void initialize(UimaContext context) throws ResourceInitializationException {
    super.initialize(context);
    tagger = resource.newTagger();
  }

  @Override
  public void process(JCas jcas) {
    List<Mention> own = tagger.tag(CasText.segmented(jcas));
    if (own.isEmpty()) {
      return;
    }
    List<Mention> mentions = new ArrayList<>(own);
    for (Mention mention : CasText.mentions(jcas)) {
      if (own.stream().noneMatch(other -> displaces(other, mention))) {
        mentions.add(mention);
      }
    }
    CasText.replaceMentions(jcas, mentions);
  }

  private static boolean displaces(Mention own, Mention mention) {
    return own.type() == mention.type() && own.span().overlaps(mention.span());
  }
}
