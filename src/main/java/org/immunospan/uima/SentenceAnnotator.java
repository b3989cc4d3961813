package org.immunospan.uima;

import org.apache.uima.UimaContext;
import org.apache.uima.fit.component.JCasAnnotator_ImplBase;
import org.apache.uima.fit.descriptor.ExternalResource;
import org.apache.uima.fit.descriptor.TypeCapability;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.ResourceInitializationException;
import org.immunospan.segment.SentenceSplitter;

/** Marks sentences. Reads the text and its sections, which a sentence never crosses. */
@TypeCapability(
    inputs = "org.immunospan.uima.types.SectionAnnotation",
    outputs = "org.immunospan.uima.types.SentenceAnnotation")
public final class SentenceAnnotator extends JCasAnnotator_ImplBase {

  /** The sentence model. */
  public static final String RES_MODEL = "model";

  @ExternalResource(key = RES_MODEL)
  private ModelResource model;

  private SentenceSplitter splitter;

  @Override
  public void initialize(UimaContext context) throws ResourceInitializationException {
    super.initialize(context);
    splitter = model.newInstance(SentenceSplitter.class);
  }

  @Override
  public void process(JCas jcas) {
    CasText.addSentences(jcas, splitter.spans(CasText.document(jcas)));
  }
}
