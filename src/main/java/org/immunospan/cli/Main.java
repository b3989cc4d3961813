package org.immunospan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.immunospan.read.InputException;
import org.immunospan.uima.resource.ModelFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. Only this class ends the process. */
@Command(
    name = "immunospan",
    description =
        "Finds genes, cell types and therapies in biomedical abstracts and links them to public"
            + " identifiers.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      AnnotateCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      LexiconCommand.class,
      BenchCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  immunospan annotate abstracts.xml --out result",
      "  immunospan help annotate",
      "",
      "Exit codes: 0 complete; 1 a fault of the program; 2 wrong use or unreadable input;",
      "3 complete, but some documents could not be read (see errors.csv)."
    })
public final class Main implements Runnable {

  static final int FAULT = 1;
  static final int WRONG_USE = 2;
  static final int SOME_UNREADABLE = 3;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command line and returns the exit code. */
  static int run(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionStrategy(Main::execute);
    commandLine.setParameterExceptionHandler(Main::explainWrongUse);
    commandLine.setExecutionExceptionHandler(Main::explainFailure);
    return commandLine.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command, found none");
  }

  /** As picocli's own, but an unknown command with {@code --help} is still an unknown command. */
  private static int execute(ParseResult parsed) {
    if (parsed.isUsageHelpRequested() && !parsed.unmatched().isEmpty()) {
      throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), parsed.unmatched());
    }
    return new RunLast().execute(parsed);
  }

  private static int explainWrongUse(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("immunospan: " + message(e));
    err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return WRONG_USE;
  }

  private static String message(ParameterException e) {
    CommandLine commandLine = e.getCommandLine();
    if (e instanceof UnmatchedArgumentException unmatched
        && commandLine.getParent() == null
        && !unmatched.isUnknownOption()) {
      return "unknown command '%s', expected one of %s"
          .formatted(
              unmatched.getUnmatched().get(0),
              String.join(", ", commandLine.getSubcommands().keySet()));
    }
    return e.getMessage();
  }

  private static int explainFailure(Exception e, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (isForTheUser(e)) {
      err.println(
          "immunospan: " + (e instanceof FileSystemException f ? message(f) : e.getMessage()));
      return WRONG_USE;
    }
    e.printStackTrace(err);
    return FAULT;
  }

  private static String message(FileSystemException e) {
    String reason =
        e instanceof NoSuchFileException
            ? "no such file"
            : e instanceof AccessDeniedException ? "access denied" : e.getReason();
    return e.getFile() + ": " + (reason == null ? e.getClass().getSimpleName() : reason);
  }

  private static boolean isForTheUser(Exception e) {
    return e instanceof UsageException
        || e instanceof InputException
        || e instanceof ModelFileException
        || e instanceof FileSystemException;
  }
}
