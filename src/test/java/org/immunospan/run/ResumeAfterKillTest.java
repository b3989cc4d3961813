package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own, killed without warning, gives the same files in the end. */
class ResumeAfterKillTest {

  private static final int KILLS = 4;
  private static final long SEED = 20261128;

  @TempDir Path folder;

  @Test
  void a_run_that_was_killed_several_times_gives_the_files_of_one_that_was_not()
      throws IOException, InterruptedException {
    Path input = input();
    Path whole = folder.resolve("whole");
    assertThat(run(input, whole, "--threads", "2").waitFor())
        .as(() -> messages())
        .isEqualTo(ExitCode.SOME_UNREADABLE);
    long size = Files.size(whole.resolve(RunFiles.DOCUMENTS));
    Path out = folder.resolve("out");
    Random random = new Random(SEED);
    long last = 0;

    for (int i = 0; i < KILLS; i++) {
      Process process = i == 0 ? run(input, out) : run(input, out, "--resume", "--threads", "1");
      last += (long) (random.nextDouble() * (size - last) / 2) + 1;
      waitUntilWritten(process, out.resolve(RunFiles.DOCUMENTS), last);
      process.destroyForcibly().waitFor();
      assertThat(out.resolve(RunFiles.UNFINISHED)).exists();
    }
    int exitCode = run(input, out, "--resume").waitFor();

    assertThat(exitCode).as(() -> messages()).isEqualTo(ExitCode.SOME_UNREADABLE);
    for (String file : RunFiles.RESULTS) {
      assertThat(out.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
    assertThat(counts(out)).isEqualTo(counts(whole));
    assertThat(out.resolve(RunFiles.UNFINISHED)).doesNotExist();
  }

  private Process run(Path input, Path out, String... options) throws IOException {
    String[] arguments = new String[options.length + 4];
    System.arraycopy(
        new String[] {"annotate", input.toString(), "--out", out.toString()}, 0, arguments, 0, 4);
    System.arraycopy(options, 0, arguments, 4, options.length);
    return ChildProcess.start(folder.resolve("messages"), arguments);
  }

  private String messages() {
    try {
      return Files.readString(folder.resolve("messages"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void waitUntilWritten(Process process, Path file, long bytes)
      throws IOException, InterruptedException {
    while (!Files.exists(file) || Files.size(file) < bytes) {
      assertThat(process.waitFor(5, TimeUnit.MILLISECONDS))
          .as("ended before it was killed")
          .isFalse();
    }
  }

  private static String counts(Path out) throws IOException {
    String report = Files.readString(out.resolve(RunFiles.REPORT));
    return report.substring(report.indexOf("\"counts\""));
  }

  /**
   * Documents with quotes, commas and line ends in them, and a line that is not one now and then.
   */
  private Path input() throws IOException {
    Path file = folder.resolve("input.jsonl");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      List<String> texts =
          List.of(
              "Tumor-associated macrophages (TAMs) expressed PD-L1, CD4+CD25hi Tregs did not.",
              "\\\"Aspirin\\\", rituximab,\\nand IL-2 act on B cells.",
              "Nothing to see here.",
              "CD4+ and CD8+ T cells of mice given cyclophosphamide; 𝛼β T cells fell.");
      for (int i = 0; i < 600; i++) {
        writer.write(
            i % 97 == 0
                ? "{\"id\": " + i + ",\n"
                : String.format(
                    Locale.ROOT,
                    "{\"id\": \"d,%d\", \"title\": \"No. %d\", \"abstract\": \"%s %s\"}\n",
                    i,
                    i,
                    texts.get(i % 4),
                    texts.get(i % 3)));
      }
    }
    return file;
  }
}
