package org.immunospan.cli;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code train therapy}: a therapy model from gold corpora, or what such models find in held-out
 * parts.
 */
@Command(name = "therapy")
final class TrainTherapyCommand extends TrainNamesCommand {

  @Option(names = "--texts", arity = "1..*", paramLabel = "PATH")
  private List<String> paths = List.of();

  TrainTherapyCommand() {
    super(EntityType.THERAPY);
  }

  @Override
  List<Document> texts() {
    List<Document> texts = new ArrayList<>();
    if (!paths.isEmpty()) {
      Texts.read(paths, texts::add);
    }
    return texts;
  }
}
