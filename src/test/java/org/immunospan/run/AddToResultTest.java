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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.immunospan.resource.Resources.ReadFile;
import org.immunospan.run.FaultyFiles.Operation;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A result to which files are added becomes that of one run over all files. */
class AddToResultTest {

  private static final PrintStream QUIET =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir Path folder;
  private String baseline;
  private String update;
  private String nextUpdate;

  /** Updates replace and delete records of sound and of damaged files, and bring new ones. */
  @BeforeEach
  void write() throws IOException {
    baseline = SmallInputs.write(folder.resolve("baseline")).toString();
    Path updates = Files.createDirectories(folder.resolve("update"));
    SmallInputs.gzip(updates.resolve("u1.xml.gz"), SmallInputs.pubMed(2026, 11, 20));
    byte[] cut =
        Files.readAllBytes(
            SmallInputs.gzip(updates.resolve("u2.xml.gz"), SmallInputs.pubMed(2027, 40, 65)));
    Files.write(updates.resolve("u2.xml.gz"), Arrays.copyOf(cut, cut.length - 9));
    SmallInputs.gzip(updates.resolve("u3.xml.gz"), SmallInputs.pubMed(2026, 55, 57));
    SmallInputs.jsonLines(updates.resolve("more.jsonl"), 70);
    update = updates.toString();
    nextUpdate =
        SmallInputs.gzip(folder.resolve("next.xml.gz"), SmallInputs.pubMed(2028, 18, 19))
            .toString();
  }

  @Test
  void the_result_is_that_of_one_run_over_all_files() throws IOException {
    Path whole = folder.resolve("whole");
    run(List.of(baseline, update, nextUpdate), whole);
    Path out = folder.resolve("out");
    run(List.of(baseline), out);
    String before = Files.readString(out.resolve(RunFiles.DOCUMENTS));

    Path away = folder.resolve("away");
    Files.move(Path.of(baseline), away);
    add(update, out, Existing.REFUSE);
    add(nextUpdate, out, Existing.REFUSE);

    ResumeAfterKillTest.assertSame(whole, out);
    assertThat(out.resolve(RunFiles.RECORDS)).isNotEmptyFile();
    assertThat(Files.readString(out.resolve(RunFiles.DOCUMENTS))).isNotEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITE", "RENAME", "DELETE"})
  void the_result_stays_as_it_was_or_becomes_the_new_one(Operation operation) throws IOException {
    FaultyFiles files = new FaultyFiles();
    Path old = folder.resolve("old");
    run(List.of(baseline), old);
    Path whole = folder.resolve("whole");
    run(List.of(baseline, update), whole);
    files.fail(operation, 0);
    add(update, files.wrap(copy(old, folder.resolve("counted"))), Existing.REFUSE);
    int operations = files.count();
    assertThat(operations).isPositive();

    for (int n = 1; n <= operations; n++) {
      Path out = copy(old, folder.resolve("out" + n));
      files.fail(operation, n);
      assertThatCode(() -> add(update, files.wrap(out), Existing.REFUSE))
          .isInstanceOf(UserException.class);
      files.heal();
      if (!Files.exists(out.resolve(RunFiles.JOINED))) {
        boolean isNew = same(out, whole);
        assertThat(isNew || same(out, old)).as("fault %d", n).isTrue();
      }
      if (Files.exists(out.resolve(RunFiles.ADDING))
          && !Files.exists(out.resolve(RunFiles.JOINED))) {
        add(update, files.wrap(out), Existing.RESUME);
      } else if (Files.exists(out.resolve(RunFiles.JOINED))) {
        // Any next use of the folder completes it.
        OutputFolder.ofResult(out, Existing.REFUSE).close();
      } else if (!same(out, whole)) {
        add(update, files.wrap(out), Existing.REFUSE);
      }
      ResumeAfterKillTest.assertSame(whole, out);
    }
  }

  @Test
  void refuses_a_result_that_cannot_be_added_to() throws IOException {
    Path out = folder.resolve("out");
    assertThatThrownBy(() -> add(update, out, Existing.REFUSE))
        .hasMessageContaining("expected the result of a complete run, found none");
    run(List.of(baseline), out);
    assertThatThrownBy(
            () ->
                SmallRun.of(List.of(update), QUIET, config -> new OtherModel())
                    .addTo(out, Existing.REFUSE))
        .hasMessageContaining("capitals was 1 and is 2");
    Files.write(out.resolve(RunFiles.RECORDS), new byte[0]);
    assertThatThrownBy(() -> add(update, out, Existing.REFUSE))
        .hasMessageContaining("cannot be added to");
  }

  private static final class OtherModel extends SmallRun.Quick {
    @Override
    public List<ReadFile> resources() {
      return List.of(new ReadFile("capitals", "2"));
    }
  }

  private static boolean same(Path one, Path other) throws IOException {
    for (ResultFile result : ResultFile.values()) {
      if (Files.mismatch(one.resolve(result.fileName()), other.resolve(result.fileName())) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static Path copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        Files.copy(file, target.resolve(source.relativize(file)));
      }
    }
    return target;
  }

  private static void run(List<String> inputs, Path out) {
    assertThat(SmallRun.quick(inputs, QUIET).toFolder(out, Existing.REFUSE, false))
        .isEqualTo(ExitCode.SOME_UNREADABLE);
  }

  private static void add(String input, Path out, Existing existing) {
    assertThat(SmallRun.quick(List.of(input), QUIET).addTo(out, existing))
        .isEqualTo(ExitCode.SOME_UNREADABLE);
  }
}
