package org.immunospan.uima;

import java.util.List;
import org.apache.uima.jcas.JCas;
import org.immunospan.text.Mention;
import org.immunospan.therapy.DrugCodes;

/**
 * Marks names of drugs, procedures and other therapies. Genes that were found inside the code of a
 * drug are taken away; see {@link DrugCodes}.
 */
public final class TherapyAnnotator extends MentionAnnotator {

  @Override
  protected void add(JCas jcas, List<Mention> found) {
    if (!found.isEmpty()) {
      CasText.replaceMentions(
          jcas, DrugCodes.combine(jcas.getDocumentText(), CasText.mentions(jcas), found));
    }
  }
}
