package org.immunospan.uima;

import java.util.List;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.apache.uima.jcas.JCas;
import org.immunospan.cell.CellScope;
import org.immunospan.cell.PhenotypeGenes;
import org.immunospan.text.Mention;

/**
 * Marks names of cell types and populations: of the immune system, or of any kind. The markers in
 * them are genes, also where the gene annotator, which has run before, finds none; a name that is a
 * cell as a whole is not a gene.
 */
public final class CellAnnotator extends MentionAnnotator {

  /** Whether cells that are not of the immune system are marked too. */
  public static final String PARAM_ALL_CELLS = "allCells";

  @ConfigurationParameter(name = PARAM_ALL_CELLS, defaultValue = "false")
  private boolean allCells;

  private final PhenotypeGenes phenotypeGenes = new PhenotypeGenes();

  @Override
  protected void add(JCas jcas, List<Mention> found) {
    CellScope scope = allCells ? CellScope.ALL : CellScope.IMMUNE;
    CasText.replaceMentions(
        jcas, scope.combine(jcas.getDocumentText(), CasText.mentions(jcas), found, phenotypeGenes));
  }
}
