package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help in {@code help.properties} and the commands and options that it explains. */
class HelpTest {

  private final Set<String> keys = new HashSet<>();

  @Test
  void every_command_option_and_argument_has_its_help() {
    visit(new CommandLine(new Main()));

    assertThat(keys).hasSizeGreaterThan(100);
  }

  @Test
  void every_line_of_help_belongs_to_a_command_option_or_argument() {
    visit(new CommandLine(new Main()));

    assertThat(ResourceBundle.getBundle("org.immunospan.cli.help", Locale.ROOT).keySet())
        .isSubsetOf(keys);
  }

  @Test
  void no_key_is_there_twice() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/main/resources/org/immunospan/cli/help.properties"));

    assertThat(lines.stream().filter(line -> line.matches("[a-z].* =.*|[a-z].* =")))
        .extracting(line -> line.substring(0, line.indexOf(" =")))
        .hasSizeGreaterThan(100)
        .doesNotHaveDuplicates();
  }

  private void visit(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    String prefix = spec.qualifiedName(".") + ".";
    keys.add(prefix + "usage.description");
    keys.add(prefix + "usage.footer");
    for (int line = 0; line < 3; line++) {
      keys.add(prefix + "usage.description." + line);
    }
    assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
    assertThat(spec.usageMessage().footer())
        .as(spec.qualifiedName())
        .anyMatch(line -> line.contains(spec.qualifiedName()));
    for (ArgSpec argument : spec.args()) {
      String key =
          argument instanceof OptionSpec option && argument.descriptionKey().isEmpty()
              ? option.longestName().replaceFirst("^-+", "")
              : argument.descriptionKey();
      assertThat(argument.description()).as(prefix + key).isNotEmpty();
      keys.add(prefix + key);
      keys.add(key);
    }
    for (CommandLine subcommand : command.getSubcommands().values()) {
      Object ofPicocli = subcommand.getCommand();
      if (!(ofPicocli instanceof HelpCommand) && !(ofPicocli instanceof GenerateCompletion)) {
        visit(subcommand);
      }
    }
  }
}
