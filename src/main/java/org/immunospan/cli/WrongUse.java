package org.immunospan.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunospan.text.UserException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line: what was expected, what was found. */
final class WrongUse {

  private WrongUse() {}

  static String message(ParameterException e, String[] arguments) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    Optional<String> unknown = unknownOption(command, arguments);
    if (unknown.isPresent()) {
      return unknown.get();
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unexpected(unmatched.getUnmatched().get(0), command);
    }
    if (e instanceof MissingParameterException missing) {
      return "expected %s, found none"
          .formatted(
              missing.getMissing().stream()
                  .map(WrongUse::label)
                  .distinct()
                  .collect(Collectors.joining(" and ")));
    }
    if (e.getArgSpec() != null && e.getCause() instanceof UserException cause) {
      return name(e.getArgSpec()) + ": " + cause.getMessage();
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      return "%s: expected %s, found '%s'"
          .formatted(name(e.getArgSpec()), expected(e.getArgSpec()), e.getValue());
    }
    return e.getMessage();
  }

  private static String unexpected(String word, CommandSpec command) {
    Collection<String> subcommands = command.subcommands().keySet();
    if (subcommands.isEmpty()) {
      return "expected no further argument, found '" + word + "'";
    }
    return "expected one of %s, found '%s'%s"
        .formatted(String.join(", ", subcommands), word, suggestion(word, subcommands));
  }

  /** The first argument that looks like an option of a command and is not one. */
  private static Optional<String> unknownOption(CommandSpec command, String[] arguments) {
    List<String> known = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      known.addAll(List.of(option.names()));
    }
    for (String argument : arguments) {
      if (argument.equals("--")) {
        break;
      }
      String name = argument.replaceFirst("=.*", "");
      if (name.startsWith("--") && !known.contains(name)) {
        return Optional.of(
            "expected an option, found '" + argument + "'" + suggestion(name, known));
      }
    }
    return Optional.empty();
  }

  private static String suggestion(String word, Collection<String> known) {
    return known.stream()
        .filter(name -> Edits.between(word, name) <= Math.max(1, word.length() / 3))
        .min((a, b) -> Integer.compare(Edits.between(word, a), Edits.between(word, b)))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  private static String expected(ArgSpec argument) {
    Class<?> type = argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    return type == int.class || type == long.class || type == Integer.class
        ? "a whole number"
        : type == double.class || type == Double.class ? "a number" : argument.paramLabel();
  }

  private static String label(ArgSpec argument) {
    return argument.isPositional()
        ? argument.paramLabel()
        : name(argument) + " " + argument.paramLabel();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** The distance of words in insertions, deletions and replacements of one character. */
  private static final class Edits {

    static int between(String a, String b) {
      int[] before = new int[b.length() + 1];
      Arrays.setAll(before, i -> i);
      for (int i = 1; i <= a.length(); i++) {
        int[] row = new int[b.length() + 1];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
          int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
          row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
        }
        before = row;
      }
      return before[b.length()];
    }
  }
}
