package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.immunospan.format.Inputs;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.report.OutputFormats;
import org.immunospan.run.Conversion;
import org.immunospan.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convert}: gold, and the results of any system, from one format to others. */
@Command(name = "convert")
final class ConvertCommand implements Callable<Integer> {

  /** What {@code --to} may be. */
  static final class OutputNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return OutputFormats.names().iterator();
    }
  }

  @Parameters(arity = "1..*", paramLabel = "INPUT", descriptionKey = "inputs")
  private List<String> inputs;

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "FORMAT",
      completionCandidates = OutputNames.class)
  private List<String> to;

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private String out;

  @Mixin private InputOptions options;

  @Option(names = "--map", paramLabel = "THEIRS=OURS,...")
  private TypeMap map = TypeMap.IDENTITY;

  @Option(names = "--overwrite")
  private boolean overwrite;

  @Override
  public Integer call() throws IOException {
    List<DocumentWriter> writers = OutputFormats.of(to);
    boolean isStream = out.equals("-");
    if (isStream && writers.size() > 1) {
      throw UserException.of("--to", "one format for standard output", String.join(",", to));
    }
    try (Inputs all = options.open(inputs)) {
      Conversion conversion = new Conversion(all, map, System.err);
      return isStream
          ? conversion.toStream(writers, System.out)
          : conversion.toFolder(writers, Path.of(out), overwrite);
    }
  }
}
