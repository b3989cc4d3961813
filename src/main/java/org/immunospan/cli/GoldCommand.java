package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.standoff.StandoffGold;
import org.immunospan.run.ExitCode;
import org.immunospan.text.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gold}: joins stand-off annotation with the texts that a user has. */
@Command(name = "gold")
final class GoldCommand implements Callable<Integer> {

  private static final int NAMED = 10;

  @Parameters(paramLabel = "DIR", descriptionKey = "folder")
  private Path folder;

  @Option(names = "--texts", required = true, arity = "1..*", paramLabel = "INPUT")
  private List<String> texts;

  @Option(names = "--part", defaultValue = "", paramLabel = "NAME")
  private String part;

  @Mixin private GoldFile out;

  @Override
  public Integer call() throws IOException {
    StandoffGold gold = StandoffGold.read(folder, part);
    List<GoldDocument> found = new ArrayList<>();
    Texts.read(texts, document -> gold.join(document).ifPresent(found::add));
    out.write(found);
    List<String> missing = gold.missing();
    if (!missing.isEmpty()) {
      System.err.printf(
          "%s not found: %s%s%n",
          Quantity.of(missing.size(), "text"),
          String.join(", ", missing.subList(0, Math.min(NAMED, missing.size()))),
          missing.size() > NAMED ? ", ..." : "");
    }
    return missing.isEmpty() ? ExitCode.COMPLETE : ExitCode.SOME_UNREADABLE;
  }
}
