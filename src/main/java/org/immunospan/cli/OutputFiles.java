package org.immunospan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Refuses outputs that cannot be written, before the work begins: empty names, files in a folder
 * that is absent or read-only, and files whose name is that of a folder. Folders to write to are
 * checked by the commands that make them, but for an empty name.
 */
final class OutputFiles {

  private static final Set<String> NAMES =
      Set.of("--out", "--json", "--html", "--errors", "--gold-jsonl");

  /** What {@code train} writes; elsewhere an input. */
  private static final String MODEL = "--model";

  private static final String FOLDER = "DIR";
  private static final String FILE = "FILE";

  private OutputFiles() {}

  /**
   * Checks the outputs of the command that runs.
   *
   * @throws ParameterException for one that cannot be written
   */
  static void check(ParseResult parsed) {
    ParseResult last = parsed;
    boolean trains = false;
    while (last.hasSubcommand()) {
      trains |= last.commandSpec().name().equals("train");
      last = last.subcommand();
    }
    for (OptionSpec option : last.matchedOptions()) {
      String name = option.longestName();
      if ((NAMES.contains(name) || (trains && name.equals(MODEL)))
          && option.getValue() instanceof Path path) {
        String fault = fault(name, option.paramLabel(), path);
        if (fault != null) {
          throw new ParameterException(last.commandSpec().commandLine(), fault);
        }
      }
    }
  }

  /** Why a file cannot be written, or null. */
  private static String fault(String option, String label, Path path) {
    if (path.toString().isEmpty()) {
      String kind = label.equals(FOLDER) ? "folder" : "file";
      return option + ": expected a " + kind + " to write to, found an empty name";
    }
    if (label.equals(FOLDER)) {
      return null;
    }
    if (label.equals(FILE) && Files.isDirectory(path)) {
      return path + ": expected a file to write to, found a folder";
    }
    Path parent = path.toAbsolutePath().getParent();
    Path written = Files.exists(path) || parent == null ? path : parent;
    if (!Files.exists(written)) {
      return path + ": cannot be written, there is no folder " + parent;
    }
    return Files.isWritable(written) ? null : path + ": cannot be written, access denied";
  }
}
