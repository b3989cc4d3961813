package org.immunospan.uima;

import org.apache.uima.fit.component.JCasAnnotator_ImplBase;
import org.apache.uima.fit.descriptor.ExternalResource;
import org.apache.uima.fit.descriptor.TypeCapability;
import org.apache.uima.jcas.JCas;
import org.immunospan.tag.AbbreviationPropagation;

/** Gives abbreviations their long forms and carries mentions from long to short forms. */
@TypeCapability(
    inputs = {
      "org.immunospan.uima.types.SentenceAnnotation",
      "org.immunospan.uima.types.TokenAnnotation",
      "org.immunospan.uima.types.MentionAnnotation"
    },
    outputs = "org.immunospan.uima.types.MentionAnnotation")
public final class AbbreviationAnnotator extends JCasAnnotator_ImplBase {

  @ExternalResource(key = MentionAnnotator.RES_READING)
  private ReadingResource reading;

  private final AbbreviationPropagation longForms = new AbbreviationPropagation();

  @Override
  public void process(JCas jcas) {
    CasText.replaceMentions(jcas, longForms.carry(reading.segmented(jcas), CasText.mentions(jcas)));
  }
}
