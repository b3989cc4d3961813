package org.immunospan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.run.ExitCode;
import org.immunospan.text.UserException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. Only this class ends the process. */
@Command(
    name = "immunospan",
    resourceBundle = "org.immunospan.cli.help",
    scope = ScopeType.INHERIT,
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      AnnotateCommand.class,
      VerifyCommand.class,
      EvaluateCommand.class,
      TablesCommand.class,
      QueryCommand.class,
      TrainCommand.class,
      LexiconCommand.class,
      GoldCommand.class,
      ConvertCommand.class,
      BenchCommand.class,
      HelpCommand.class,
      GenerateCompletion.class
    })
public final class Main implements Runnable {

  private static final int NARROWEST = 60;

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
    commandLine.registerConverter(TypeMap.class, TypeMap::parse);
    useTerminalWidth(commandLine);
    commandLine.setExecutionStrategy(Main::execute);
    commandLine.setParameterExceptionHandler(Main::explainWrongUse);
    commandLine.setExecutionExceptionHandler(Main::explainFailure);
    return commandLine.execute(withHelpAsOption(commandLine, arguments));
  }

  /** {@code help train gene} as {@code train gene --help}: the help of picocli knows one level. */
  private static String[] withHelpAsOption(CommandLine commandLine, String[] arguments) {
    if (arguments.length < 3 || !arguments[0].equals("help")) {
      return arguments;
    }
    CommandLine command = commandLine;
    for (int i = 1; i < arguments.length; i++) {
      Map<String, CommandLine> commands = command.getSubcommands();
      command = commands.get(arguments[i]);
      if (command == null) {
        // Without "help", the unknown word is explained.
        return commands.isEmpty() ? arguments : Arrays.copyOfRange(arguments, 1, i + 1);
      }
    }
    String[] words = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
    words[words.length - 1] = "--help";
    return words;
  }

  /** Help is as wide as the terminal, or as the environment says. */
  private static void useTerminalWidth(CommandLine commandLine) {
    String columns = System.getenv("COLUMNS");
    if (columns != null && columns.matches("[0-9]{2,4}")) {
      commandLine.setUsageHelpWidth(Math.max(NARROWEST, Integer.parseInt(columns)));
    } else {
      commandLine.setUsageHelpAutoWidth(true);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command, found none");
  }

  /**
   * As picocli's own, but an unknown command with {@code --help} is still an unknown command, and
   * outputs are checked first.
   */
  private static int execute(ParseResult parsed) {
    if (parsed.isUsageHelpRequested() && !parsed.unmatched().isEmpty()) {
      throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), parsed.unmatched());
    }
    OutputFiles.check(parsed);
    return new RunLast().execute(parsed);
  }

  private static int explainWrongUse(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("immunospan: " + WrongUse.message(e, arguments));
    err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.WRONG_USE;
  }

  private static int explainFailure(Exception e, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    Optional<String> message = messageForTheUser(e);
    if (message.isPresent()) {
      err.println("immunospan: " + message.get());
      return ExitCode.WRONG_USE;
    }
    e.printStackTrace(err);
    return ExitCode.FAULT;
  }

  /** The message of a fault that the user can put right, however deep it is wrapped. */
  private static Optional<String> messageForTheUser(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserException) {
        return Optional.of(cause.getMessage());
      }
      if (cause instanceof FileSystemException fault && fault.getFile() != null) {
        return Optional.of(UserException.of(fault.getFile(), fault).getMessage());
      }
      if (cause instanceof IOException fault) {
        return Optional.of(UserException.reason(fault));
      }
    }
    return Optional.empty();
  }
}
