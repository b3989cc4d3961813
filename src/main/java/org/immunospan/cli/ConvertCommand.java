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
@Command(
    name = "convert",
    description = {
      "Converts texts and their marks from any format that is read to others.",
      "",
      "What a format cannot hold is named in one line with a count. What cannot be read is in"
          + " errors.csv."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan convert corpora/demo/gold.jsonl --to bioc-xml,brat --out converted",
      "  immunospan convert result/spans.csv --to pubannotation --out converted",
      "  immunospan convert corpus.pubtator --map Gene=GENE --to conll --out - > corpus.conll"
    })
final class ConvertCommand implements Callable<Integer> {

  /** What {@code --to} may be. */
  static final class OutputNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return OutputFormats.names().iterator();
    }
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files, folders or zip files with texts and marks, or - for standard input.")
  private List<String> inputs;

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "FORMAT",
      completionCandidates = OutputNames.class,
      description = "One or more of ${COMPLETION-CANDIDATES}.")
  private List<String> to;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder to write to, which is made if there is none; - writes one format of one file to"
              + " standard output.")
  private String out;

  @Mixin private InputOptions options;

  @Option(
      names = "--map",
      paramLabel = "THEIRS=OURS,...",
      description =
          "Which types are taken, under new names, or a preset of evaluate. Default: all, as they"
              + " are.")
  private TypeMap map = TypeMap.IDENTITY;

  @Option(names = "--overwrite", description = "Replace files of the same names.")
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
