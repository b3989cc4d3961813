package org.immunospan.uima;

import java.util.List;
import org.apache.uima.UimaContext;
import org.apache.uima.analysis_engine.AnalysisEngineProcessException;
import org.apache.uima.fit.component.JCasAnnotator_ImplBase;
import org.apache.uima.fit.descriptor.ExternalResource;
import org.apache.uima.fit.descriptor.TypeCapability;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.ResourceInitializationException;
import org.immunospan.tag.Tagger;
import org.immunospan.text.Mention;

/**
 * Marks the mentions that a tagger finds. Reads sentences and tokens; the subclasses name what they
 * mark, so that a pipeline says in its own words what it does.
 */
@TypeCapability(
    inputs = {
      "org.immunospan.uima.types.SentenceAnnotation",
      "org.immunospan.uima.types.TokenAnnotation"
    },
    outputs = "org.immunospan.uima.types.MentionAnnotation")
public abstract sealed class MentionAnnotator extends JCasAnnotator_ImplBase
    permits GeneAnnotator, CellAnnotator, TherapyAnnotator, LexiconAnnotator {

  /** What finds the mentions: loaded once for each resource manager. */
  public static final String RES_TAGGER = "tagger";

  /** What reads sentences and tokens, once for each document. */
  public static final String RES_READING = "reading";

  @ExternalResource(key = RES_TAGGER)
  private ModelResource resource;

  @ExternalResource(key = RES_READING)
  private ReadingResource reading;

  private Tagger tagger;

  @Override
  public void initialize(UimaContext context) throws ResourceInitializationException {
    super.initialize(context);
    tagger = resource.newInstance(Tagger.class);
  }

  @Override
  public void process(JCas jcas) throws AnalysisEngineProcessException {
    if (Thread.currentThread().isInterrupted()) {
      throw new AnalysisEngineProcessException(
          new InterruptedException("the document is given up"));
    }
    add(jcas, tagger.tag(reading.segmented(jcas)));
  }

  /** Puts what was found into the CAS: all of it, unless a subclass combines it with the rest. */
  protected void add(JCas jcas, List<Mention> found) {
    found.forEach(mention -> CasText.addMention(jcas, mention));
  }
}
