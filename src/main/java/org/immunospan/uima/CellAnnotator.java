package org.immunospan.uima;

import java.util.List;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.apache.uima.jcas.JCas;
import org.immunospan.text.Mention;

/** Marks names of cell types and populations: of the immune system alone, or of any kind. */
public final class CellAnnotator extends MentionAnnotator {

  /** Whether cells that are not of the immune system are marked too. */
  public static final String PARAM_ALL_CELLS = "allCells";

  private static final String IMMUNE = "immune";

  @ConfigurationParameter(name = PARAM_ALL_CELLS, defaultValue = "false")
  private boolean allCells;

  @Override
  protected void add(JCas jcas, List<Mention> found) {
    super.add(
        jcas,
        allCells
            ? found
            : found.stream().filter(mention -> mention.subtype().equals(IMMUNE)).toList());
  }
}
