package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunospan.run.FaultyFiles.Operation;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation on a file fails once: nothing partial is published, and the run can go on. */
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
          Files.exists(out.resolve(RunFiles.UNFINISHED))
              || Files.exists(out.resolve(RunFiles.REPORT));
      run(input, files.wrap(out), canResume ? Existing.RESUME : Existing.OVERWRITE);
      ResumeAfterKillTest.assertSame(whole, out);
    }
  }

  private static void run(Path input, Path out, Existing existing) {
    assertThat(SmallRun.quick(List.of(input.toString()), QUIET).toFolder(out, existing, false))
        .isEqualTo(ExitCode.SOME_UNREADABLE);
  }
}
