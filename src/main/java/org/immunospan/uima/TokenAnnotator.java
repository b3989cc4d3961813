package org.immunospan.uima;

import java.util.List;
import org.apache.uima.fit.component.JCasAnnotator_ImplBase;
import org.apache.uima.fit.descriptor.TypeCapability;
import org.apache.uima.jcas.JCas;
import org.immunospan.segment.AbbreviationFinder;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Span;

/** Marks tokens inside sentences, and where a sentence defines an abbreviation. */
@TypeCapability(
    inputs = "org.immunospan.uima.types.SentenceAnnotation",
    outputs = {
      "org.immunospan.uima.types.TokenAnnotation",
      "org.immunospan.uima.types.AbbreviationAnnotation"
    })
public final class TokenAnnotator extends JCasAnnotator_ImplBase {

  private final BiomedicalTokenizer tokenizer = new BiomedicalTokenizer();
  private final AbbreviationFinder abbreviations = new AbbreviationFinder();

  @Override
  public void process(JCas jcas) {
    String text = jcas.getDocumentText();
    List<Span> sentences = CasText.sentenceSpans(jcas);
    for (Span sentence : sentences) {
      CasText.addTokens(jcas, tokenizer.tokenize(text, sentence));
    }
    CasText.addAbbreviations(jcas, abbreviations.find(text, sentences));
  }
}
