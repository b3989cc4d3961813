package org.immunospan.uima;

import java.util.ArrayList;
import java.util.List;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.apache.uima.jcas.JCas;
import org.immunospan.cell.PhenotypeGenes;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;

/**
 * Marks names of cell types and populations: of the immune system alone, or of any kind. The
 * markers in them are genes, also where the gene annotator, which has run before, finds none; names
 * of cells from end to end are not.
 */
public final class CellAnnotator extends MentionAnnotator {

  /** Whether cells that are not of the immune system are marked too. */
  public static final String PARAM_ALL_CELLS = "allCells";

  private static final String IMMUNE = "immune";

  @ConfigurationParameter(name = PARAM_ALL_CELLS, defaultValue = "false")
  private boolean allCells;

  private final PhenotypeGenes phenotypeGenes = new PhenotypeGenes();

  @Override
  protected void add(JCas jcas, List<Mention> found) {
    List<Mention> genes = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    for (Mention mention : CasText.mentions(jcas)) {
      (mention.type() == EntityType.GENE ? genes : mentions).add(mention);
    }
    mentions.addAll(phenotypeGenes.refine(jcas.getDocumentText(), genes, found));
    for (Mention cell : found) {
      if (allCells || cell.subtype().equals(IMMUNE)) {
        mentions.add(cell);
      }
    }
    CasText.replaceMentions(jcas, mentions);
  }
}
