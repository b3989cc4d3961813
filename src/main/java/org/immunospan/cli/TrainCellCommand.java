package org.immunospan.cli;

import org.immunospan.tag.AnnotationScheme;
import org.immunospan.text.EntityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code train cell}: a cell model from gold corpora, or what such models find in held-out parts.
 */
@Command(name = "cell")
final class TrainCellCommand extends TrainNamesCommand {

  @Mixin private SchemeOption scheme;

  TrainCellCommand() {
    super(EntityType.CELL);
  }

  @Override
  AnnotationScheme scheme() {
    return scheme.scheme();
  }
}
