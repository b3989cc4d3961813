package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a user starts it, on the packed jar. */
class LauncherIT {

  @TempDir private Path folder;

  @Test
  void annotates_three_abstracts() throws IOException, InterruptedException {
    Path input = Files.writeString(folder.resolve("three.jsonl"), CliTest.THREE_ABSTRACTS);

    int exitCode = launch("annotate", input.toString(), "--out", folder.resolve("out").toString());

    assertThat(exitCode).isZero();
    assertThat(folder.resolve("out/spans.csv")).content().contains(CliTest.EXPECTED_ROW);
    assertThat(folder.resolve("stderr")).content().contains("3 documents in ");
  }

  @Test
  void tells_its_version() throws IOException, InterruptedException {
    assertThat(launch("--version")).isZero();
    assertThat(folder.resolve("stdout")).content().startsWith("immunospan 0.");
  }

  private int launch(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("immunospan").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("stdout").toFile())
        .redirectError(folder.resolve("stderr").toFile())
        .start()
        .waitFor();
  }
}
