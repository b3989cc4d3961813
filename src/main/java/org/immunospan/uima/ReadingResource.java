package org.immunospan.uima;

import java.util.Map;
import org.apache.uima.fit.component.Resource_ImplBase;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.ResourceSpecifier;
import org.immunospan.text.Forms;
import org.immunospan.text.SegmentedDocument;

/**
 * Reads sentences, tokens and abbreviations out of a CAS. The annotators of one {@link Pipeline}
 * share a reading, so that a document is read once and not once for each step. Safe for threads, of
 * which each has its own CAS.
 */
public final class ReadingResource extends Resource_ImplBase {

  /** The key of a pipeline's reading among the parameters that UIMA hands on. */
  static final String READING = "org.immunospan.reading";

  /** What was read last by each thread, and the forms of words that all of them share. */
  static final class Reading {

    private record Last(String text, int annotations, SegmentedDocument document) {}

    @SuppressWarnings("ThreadLocalUsage") // it belongs to one pipeline and goes with it
    private final ThreadLocal<Last> last = new ThreadLocal<>();

    private final Forms forms = new Forms();

    SegmentedDocument of(JCas jcas) {
      Last before = last.get();
      String text = jcas.getDocumentText();
      int annotations = CasText.countOfSegments(jcas);
      // The same text in the same string, not an equal one: another document has another string.
      if (before == null || !isSame(before.text(), text) || before.annotations() != annotations) {
        before = new Last(text, annotations, CasText.segmented(jcas, forms));
        last.set(before);
      }
      return before.document();
    }

    /** Forgets what this thread has read; call it before the next document. */
    void forget() {
      last.remove();
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(String a, String b) {
      return a == b;
    }
  }

  private Reading reading;

  @Override
  public boolean initialize(ResourceSpecifier specifier, Map<String, Object> parameters)
      throws ResourceInitializationException {
    boolean initialized = super.initialize(specifier, parameters);
    reading =
        parameters != null && parameters.get(READING) instanceof Reading shared
            ? shared
            : new Reading();
    return initialized;
  }

  /** The document with its sentences, tokens and abbreviations. */
  SegmentedDocument segmented(JCas jcas) {
    return reading.of(jcas);
  }
}
