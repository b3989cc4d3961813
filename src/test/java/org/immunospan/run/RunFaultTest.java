package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.immunospan.run.FaultyFiles.Operation;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each operation on a file fails once: nothing partial is published, and the run can go on. More
 * damages: {@code -Dimmunospan.damages=10000}.
 */
class RunFaultTest {

  private static final PrintStream QUIET =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Operation.class)
  void a_run_goes_on_after_any_operation_that_failed(Operation operation) throws IOException {
    FaultyFiles files = new FaultyFiles();
    Path input = SmallInputs.write(folder.resolve("input"));
    Path whole = folder.resolve("whole");
    files.fail(operation, 0);
    run(input, files.wrap(whole), Existing.REFUSE);
    int operations = files.count();
    assertThat(operations).isPositive();

    for (int n = 1; n <= operations; n++) {
      Path out = folder.resolve("out" + n);
      files.fail(operation, n);
      assertThatCode(() -> run(input, files.wrap(out), Existing.REFUSE))
          .as("fault %d", n)
          .isInstanceOf(UserException.class)
          .message()
          .doesNotContain("\n");
      files.heal();
      for (ResultFile result : ResultFile.values()) {
        if (Files.exists(out.resolve(result.fileName()))) {
          assertThat(out.resolve(result.fileName()))
              .as("published at fault %d", n)
              .hasSameBinaryContentAs(whole.resolve(result.fileName()));
        }
      }
      boolean canResume =
          Stream.of(RunFiles.UNFINISHED, RunFiles.REPORT, RunFiles.JOINED)
              .anyMatch(file -> Files.exists(out.resolve(file)));
      run(input, files.wrap(out), canResume ? Existing.RESUME : Existing.OVERWRITE);
      ResumeAfterKillTest.assertSame(whole, out);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "a.xml.gz; a.xml.gz: is another file than when the interrupted run began",
        "new.xml.gz; new.xml.gz: was not there when the interrupted run began",
        "note0.txt; note0.txt: changed since the interrupted run has read it",
        "d.jsonl; the input does not begin with the documents of the interrupted run"
      })
  void does_not_go_on_with_other_inputs(String changed, String message) throws IOException {
    FaultyFiles files = new FaultyFiles();
    Path input = SmallInputs.write(folder.resolve("input"));
    Path out = folder.resolve("out");
    files.fail(Operation.RENAME, 0);
    run(input, files.wrap(folder.resolve("whole")), Existing.REFUSE);
    files.fail(Operation.RENAME, files.count() - 8);
    assertThatCode(() -> run(input, files.wrap(out), Existing.REFUSE)).isNotNull();
    files.heal();

    Path file = input.resolve(changed);
    if (changed.endsWith(".gz")) {
      SmallInputs.gzip(file, SmallInputs.pubMed(2020, 1, 29));
    } else if (changed.endsWith(".txt")) {
      Files.writeString(file, "Another text.");
    } else {
      SmallInputs.jsonLines(file, 59);
    }

    assertThatThrownBy(() -> run(input, files.wrap(out), Existing.RESUME))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }

  /**
   * Damage anywhere in a compressed file: it is named and every row of the sound files is there,
   * once; or it changes nothing, as in the time of a gzip header, and all rows are there.
   */
  @Test
  void damage_in_one_file_costs_no_row_of_the_others() throws IOException {
    int places = Integer.getInteger("immunospan.damages", 200);
    Path input = Files.createDirectories(folder.resolve("input"));
    SmallInputs.gzip(input.resolve("a.xml.gz"), SmallInputs.pubMed(2020, 1, 20));
    Path damaged = SmallInputs.gzip(input.resolve("b.xml.gz"), SmallInputs.pubMed(2024, 11, 30));
    byte[] good = Files.readAllBytes(damaged);
    byte[] sound = Files.readAllBytes(input.resolve("a.xml.gz"));
    Path both = folder.resolve("both");
    SmallRun.quick(List.of(input.toString()), QUIET).toFolder(both, Existing.REFUSE, false);
    String all = Files.readString(both.resolve(RunFiles.DOCUMENTS));
    Path alone = folder.resolve("alone");
    Files.delete(damaged);
    SmallRun.quick(List.of(input.toString()), QUIET).toFolder(alone, Existing.REFUSE, false);
    String rows = Files.readString(alone.resolve(RunFiles.DOCUMENTS));
    Random random = new Random(places);

    for (int i = 0; i < places; i++) {
      byte[] bytes =
          i % 2 == 0 ? good.clone() : Arrays.copyOf(good, 1 + random.nextInt(good.length - 1));
      if (i % 2 == 0) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(damaged, bytes);
      Path out = folder.resolve("out");

      SmallRun.quick(List.of(input.toString()), QUIET).toFolder(out, Existing.OVERWRITE, true);

      boolean isNamed = Files.readString(out.resolve(RunFiles.ERRORS)).contains(damaged.toString());
      String documents = Files.readString(out.resolve(RunFiles.DOCUMENTS));
      if (isNamed) {
        assertThat(documents).as("damage %d", i).startsWith(rows);
      } else {
        assertThat(documents).as("damage %d", i).isEqualTo(all);
      }
      List<String> problems = new ArrayList<>();
      Verification.of(out, problem -> problems.add(problem.toString()), note -> {});
      assertThat(problems).as("damage %d", i).isEmpty();
    }
    assertThat(input.resolve("a.xml.gz")).hasBinaryContent(sound);
  }

  private static void run(Path input, Path out, Existing existing) {
    assertThat(SmallRun.quick(List.of(input.toString()), QUIET).toFolder(out, existing, false))
        .isEqualTo(ExitCode.SOME_UNREADABLE);
  }
}
