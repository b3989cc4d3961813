package org.immunospan.cli;

import org.immunospan.tag.AnnotationScheme;
import org.immunospan.text.EntityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code train gene}: a gene model from gold corpora. */
@Command(
    name = "gene",
    description = {
      "Trains a gene model for annotate --model gene=FILE, and scores it on what was held out, or"
          + " scores such models by cross-validation.",
      "",
      "The same corpora and options give the same file. models/train-gene.sh makes the shipped"
          + " models."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan train gene --corpus my-gold.jsonl --model my-gene.bin",
      "  immunospan train gene --corpus NLMgene_Train.PubTator --map nlmgene --corpus"
          + " bc2gm/train:auxiliary --every 2 --exclude bc2gm/test --model my-gene.bin"
    })
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
