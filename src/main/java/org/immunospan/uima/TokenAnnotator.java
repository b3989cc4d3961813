package org.immunospan.uima;

import org.apache.uima.fit.component.JCasAnnotator_ImplBase;
import org.apache.uima.fit.descriptor.TypeCapability;
import org.apache.uima.jcas.JCas;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Span;

/** Marks tokens inside sentences. */
@TypeCapability(
    inputs = "org.immunospan.uima.types.SentenceAnnotation",
    outputs = "org.immunospan.uima.types.TokenAnnotation")
public final class TokenAnnotator extends JCasAnnotator_ImplBase {

  private final BiomedicalTokenizer tokenizer = new BiomedicalTokenizer();

  @Override
  public void process(JCas jcas) {
    String text = jcas.getDocumentText();
    for (Span sentence : CasText.sentenceSpans(jcas)) {
      CasText.addTokens(jcas, tokenizer.tokenize(text, sentence));
    }
  }
}
