package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.immunospan.format.Inputs;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.report.OutputFormats;
import org.immunospan.run.Conversion;
import org.immunospan.tables.ParquetResult;
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

  @Parameters(arity = "0..*", paramLabel = "INPUT", descriptionKey = "inputs")
  private List<String> inputs = List.of();

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
    List<DocumentWriter> writers = new ArrayList<>(OutputFormats.of(to));
    boolean isParquet = to.contains(OutputFormats.PARQUET);
    boolean isStream = out.equals("-");
    if (isStream && isParquet) {
      throw UserException.of("--to parquet", "a folder in --out", "standard output");
    }
    if (isStream && writers.size() > 1) {
      throw UserException.of("--to", "one format for standard output", String.join(",", to));
    }
    if (inputs.isEmpty() && !options.hasPmids()) {
      throw new UserException("expected INPUT or --pmids FILE, found neither");
    }
    Path folder = Path.of(out);
    DocumentWriter csv = OutputFormats.of(List.of(OutputFormats.CSV)).get(0);
    boolean isCsvWanted = to.contains(OutputFormats.CSV);
    if (isParquet) {
      checkParquet(folder, overwrite);
      if (!isCsvWanted) {
        writers.add(csv);
      }
    }
    int exitCode;
    List<String> files = options.files(inputs, System.err);
    try (Inputs all = options.open(files)) {
      Conversion conversion = new Conversion(all, map, System.err);
      exitCode =
          isStream
              ? conversion.toStream(writers, System.out)
              : conversion.toFolder(writers, folder, overwrite);
    }
    if (isParquet) {
      ParquetResult.write(folder);
      for (DocumentWriter.OneFile file :
          isCsvWanted ? List.<DocumentWriter.OneFile>of() : csv.files()) {
        Files.delete(folder.resolve(file.name()));
      }
    }
    return exitCode;
  }

  /** As {@link ParquetResult#check}; the launcher has the library for it where it is asked for. */
  static void checkParquet(Path folder, boolean replaces) throws IOException {
    TablesCommand.withDatabase(
        () -> {
          ParquetResult.check(folder, replaces);
          return folder;
        });
  }
}
