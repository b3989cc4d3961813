package org.immunospan.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.immunospan.format.Format;
import org.immunospan.format.Inputs;
import org.immunospan.format.csv.Columns;
import picocli.CommandLine.Option;

/** The options that say what the inputs are. */
final class InputOptions {

  /** What {@code --format} may be. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Format.names().iterator();
    }
  }

  @Option(
      names = "--format",
      defaultValue = "auto",
      paramLabel = "NAME",
      completionCandidates = Names.class)
  private String format;

  @Option(names = "--columns", paramLabel = "PART=NAME,...")
  private String columns;

  /** The columns of tables. */
  Columns columns() {
    return columns == null ? Columns.USUAL : Columns.parse(columns);
  }

  /** The format, where it is not to be found by content. */
  Optional<Format> format() {
    return columns == null ? Format.named(format) : Optional.of(Format.CSV);
  }

  /** Finds the inputs. */
  Inputs open(List<String> inputs) {
    return Inputs.open(inputs, format(), System.in).withColumns(columns());
  }
}
