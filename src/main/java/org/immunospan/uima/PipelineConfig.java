package org.immunospan.uima;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.immunospan.text.EntityType;
import org.immunospan.text.SpeciesChoice;

/**
 * What a pipeline is made of, where it differs from the shipped models and lexicons.
 *
 * @param allCells whether cells that are not of the immune system are marked too
 * @param models files to use in place of the shipped models of genes and cells or the lexicon of
 *     therapies
 * @param species of which species genes are taken to be
 * @param lexicons further lexicons, whose names take precedence
 */
public record PipelineConfig(
    boolean allCells, Map<EntityType, Path> models, List<Path> lexicons, SpeciesChoice species) {

  /** Immune cells, shipped models. */
  public static final PipelineConfig DEFAULT =
      new PipelineConfig(false, Map.of(), List.of(), SpeciesChoice.AUTO);

  /** The species of genes as the text says. */
  public PipelineConfig(boolean allCells, Map<EntityType, Path> models, List<Path> lexicons) {
    this(allCells, models, lexicons, SpeciesChoice.AUTO);
  }

  public PipelineConfig {
    models = Map.copyOf(models);
    lexicons = List.copyOf(lexicons);
  }
}
