package org.immunospan.uima;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.apache.uima.jcas.JCas;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;
import org.immunospan.uima.types.MentionAnnotation;

/**
 * Marks names of cell types and populations: of the immune system alone, or of any kind. A gene
 * that is the name of a cell from end to end ({@code pDCs}) is none, unless it is a marker that
 * stands for the cell ({@code CD4}). Run it after the gene annotator.
 */
public final class CellAnnotator extends MentionAnnotator {

  /** Whether cells that are not of the immune system are marked too. */
  public static final String PARAM_ALL_CELLS = "allCells";

  private static final String IMMUNE = "immune";

  @ConfigurationParameter(name = PARAM_ALL_CELLS, defaultValue = "false")
  private boolean allCells;

  @Override
  protected void add(JCas jcas, List<Mention> found) {
    Set<Span> names =
        found.stream()
            .filter(cell -> cell.markers().isEmpty())
            .map(Mention::span)
            .collect(Collectors.toSet());
    jcas.select(MentionAnnotation.class)
        .filter(mention -> isGene(mention, names))
        .toList()
        .forEach(MentionAnnotation::removeFromIndexes);
    super.add(
        jcas,
        allCells
            ? found
            : found.stream().filter(mention -> mention.subtype().equals(IMMUNE)).toList());
  }

  private static boolean isGene(MentionAnnotation mention, Set<Span> names) {
    return mention.getEntityType().equals(EntityType.GENE.name())
        && names.contains(new Span(mention.getBegin(), mention.getEnd()));
  }
}
