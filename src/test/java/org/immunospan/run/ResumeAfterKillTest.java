package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run in a process of its own, killed without warning, gives the same files in the end. More
 * kills: {@code -Dimmunospan.kills=200}.
 */
class ResumeAfterKillTest {

  private static final int KILLS = Integer.getInteger("immunospan.kills", 30);
  private static final int KILLS_OF_ONE_RUN = 5;
  private static final long SEED = 20261128;

  @TempDir Path folder;

  @Test
  void runs_that_were_killed_at_any_moment_give_the_files_of_one_that_was_not()
      throws IOException, InterruptedException {
    Path input = SmallInputs.write(folder.resolve("input"));
    Path whole = folder.resolve("whole");
    Process first = start("quick", whole, input);
    waitForWork(first, whole);
    long began = System.nanoTime();
    assertThat(first.waitFor()).as(() -> messages()).isEqualTo(ExitCode.SOME_UNREADABLE);
    long work = System.nanoTime() - began;
    Random random = new Random(SEED);

    int kills = 0;
    for (int round = 0; kills < KILLS; round++) {
      Path out = folder.resolve("out" + round);
      boolean isOver = false;
      for (int i = 0; i < KILLS_OF_ONE_RUN && !isOver; i++) {
        Process process = start("quick", out, input);
        waitForWork(process, out);
        long wait = (long) (work * random.nextDouble() / 2);
        isOver = process.waitFor(wait, TimeUnit.NANOSECONDS);
        kills += isOver ? 0 : 1;
        process.destroyForcibly().waitFor();
      }
      assertSame(whole, finish("quick", out, input));
    }
  }

  @Test
  void a_run_that_is_asked_to_end_finishes_its_part_and_says_how_to_go_on()
      throws IOException, InterruptedException {
    Path input = SmallInputs.write(folder.resolve("input"));
    Path whole = finish("quick", folder.resolve("whole"), input);
    Path out = folder.resolve("out");
    Process process = start("quick", out, input);
    Path part = out.resolve("parts/documents/00001.csv");
    while (!Files.exists(part)) {
      assertThat(process.waitFor(2, TimeUnit.MILLISECONDS)).as("ended too early").isFalse();
    }

    process.destroy();

    // 128 and the number of the signal; Ctrl-C is 130.
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(messages())
        .containsPattern(
            "interrupted after [0-9]+ documents; go on with the same command and --res");
    try (Stream<Path> files = Files.walk(out.resolve(RunFiles.PARTS))) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(WholeFile.SUFFIX));
    }
    assertSame(whole, finish("quick", out, input));
  }

  private static void waitForWork(Process process, Path out) throws InterruptedException {
    Path lock = out.resolve(RunFiles.LOCK);
    FileTime before = modified(lock);
    while (modified(lock).equals(before) && !process.waitFor(1, TimeUnit.MILLISECONDS)) {
      // It starts.
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  @Test
  void the_whole_program_is_killed_while_it_writes_and_resumed()
      throws IOException, InterruptedException {
    Path input = Files.createDirectories(folder.resolve("input"));
    for (int i = 0; i < 8; i++) {
      SmallInputs.jsonLines(input.resolve("part" + i + ".jsonl"), 36 + i);
    }
    Path whole = finish("models", folder.resolve("whole"), input);
    Path out = folder.resolve("out");

    for (int part = 1; part <= 3; part++) {
      Process process = start("models", out, input);
      Path file = out.resolve("parts/documents/0000" + part + ".csv");
      while (!Files.exists(file)) {
        assertThat(process.waitFor(2, TimeUnit.MILLISECONDS)).as("ended too early").isFalse();
      }
      process.destroyForcibly().waitFor();
      assertThat(out.resolve(RunFiles.UNFINISHED)).exists();
    }

    assertSame(whole, finish("models", out, input));
  }

  private Path finish(String kind, Path out, Path input) throws IOException, InterruptedException {
    assertThat(start(kind, out, input).waitFor())
        .as(() -> messages())
        .isEqualTo(ExitCode.SOME_UNREADABLE);
    return out;
  }

  private Process start(String kind, Path out, Path input) throws IOException {
    boolean isInterrupted =
        Files.exists(out.resolve(RunFiles.UNFINISHED))
            || Files.exists(out.resolve(RunFiles.REPORT));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(kind, out.toString()));
    arguments.add((isInterrupted ? Existing.RESUME : Existing.OVERWRITE).name());
    arguments.add(input.toString());
    return ChildProcess.start(folder.resolve("messages"), SmallRun.class, arguments);
  }

  private String messages() {
    try {
      return Files.readString(folder.resolve("messages"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same files, of the same bytes; but for the times in run.json. */
  static void assertSame(Path whole, Path out) throws IOException {
    for (ResultFile result : ResultFile.values()) {
      assertThat(out.resolve(result.fileName()))
          .hasSameBinaryContentAs(whole.resolve(result.fileName()));
    }
    assertThat(report(out)).isEqualTo(report(whole));
    assertThat(names(out)).isEqualTo(names(whole));
  }

  private static String report(Path out) throws IOException {
    return Files.readString(out.resolve(RunFiles.REPORT))
        .replaceAll("\"(started|seconds)\" : [^\n]*", "");
  }

  private static List<String> names(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(RunFiles.LOCK))
          .sorted()
          .toList();
    }
  }
}
