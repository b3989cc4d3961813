package org.immunospan.cli;

import org.immunospan.tag.AnnotationScheme;
import org.immunospan.text.EntityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code train gene}: a gene model from gold corpora. */
@Command(name = "gene")
final class TrainGeneCommand extends TrainNamesCommand {

  @Mixin private SchemeOption scheme;

  TrainGeneCommand() {
    super(EntityType.GENE);
  }

  @Override
  AnnotationScheme scheme() {
    return scheme.scheme();
  }
}
