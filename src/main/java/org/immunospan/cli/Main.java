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
import picocli.CommandLine.Spec;

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
    commandLine.setParameterExceptionHandler(Main::explainWrongUse);
    commandLine.setExecutionExceptionHandler(Main::explainFailure);
    return commandLine.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command, found none");
  }

  private static int explainWrongUse(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("immunospan: " + e.getMessage());
    err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return WRONG_USE;
  }

  private static int explainFailure(
      Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
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
