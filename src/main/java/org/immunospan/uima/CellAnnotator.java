package org.immunospan.uima;

import java.io.IOException;
import java.util.List;
import org.apache.uima.UimaContext;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.ResourceInitializationException;
import org.immunospan.cell.CellScope;
import org.immunospan.cell.PhenotypeGenes;
import org.immunospan.resource.FileSource;
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

  private PhenotypeGenes phenotypeGenes;

  @Override
  public void initialize(UimaContext context) throws ResourceInitializationException {
    super.initialize(context);
    try {
      phenotypeGenes = PhenotypeGenes.read(FileSource.shipped());
    } catch (IOException e) {
      throw new ResourceInitializationException(e);
    }
  }

  @Override
  protected void add(JCas jcas, List<Mention> found) {
    CellScope scope = allCells ? CellScope.ALL : CellScope.IMMUNE;
    CasText.replaceMentions(
        jcas, scope.combine(jcas.getDocumentText(), CasText.mentions(jcas), found, phenotypeGenes));
  }
}
