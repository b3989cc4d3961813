package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as a user starts it, on the packed jar. */
class LauncherIT {

  private static final Path LAUNCHER = Path.of("immunospan").toAbsolutePath();
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void annotates_three_abstracts() throws IOException, InterruptedException {
    Path input = Files.writeString(folder.resolve("three.jsonl"), CliTest.THREE_ABSTRACTS);

    int exitCode = launch("annotate", input.toString(), "--out", folder.resolve("out").toString());

    assertThat(exitCode).as(Files.readString(folder.resolve("stderr"))).isZero();
    assertThat(folder.resolve("out/spans.csv")).content().contains(CliTest.EXPECTED_ROW);
    assertThat(folder.resolve("stderr")).content().contains("3 documents in ");
  }

  @Test
  void finds_the_library_for_parquet_where_it_is_asked_for()
      throws IOException, InterruptedException {
    Path input = Files.writeString(folder.resolve("three.jsonl"), CliTest.THREE_ABSTRACTS);

    int exitCode =
        launch("convert", input.toString(), "--to=jsonl,parquet", "--out", folder + "/out");

    assertThat(exitCode).as(Files.readString(folder.resolve("stderr"))).isZero();
    assertThat(folder.resolve("out/documents.parquet")).isNotEmptyFile();
  }

  @Test
  void tells_its_version() throws IOException, InterruptedException {
    assertThat(launch("--version")).isZero();
    assertThat(folder.resolve("stdout")).content().startsWith("immunospan 0.");
  }

  @Test
  void starts_through_a_link_from_a_folder_with_spaces_in_its_name()
      throws IOException, InterruptedException {
    Path elsewhere = Files.createDirectories(folder.resolve("some where"));
    Path home = Files.createDirectories(folder.resolve("a home"));
    Files.copy(LAUNCHER, home.resolve("immunospan"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createSymbolicLink(home.resolve("target"), TARGET);
    Files.createSymbolicLink(elsewhere.resolve("first"), Path.of("../a home/immunospan"));
    Files.createSymbolicLink(elsewhere.resolve("second"), elsewhere.resolve("first"));

    Process process =
        start(new ProcessBuilder("./second", "--version").directory(elsewhere.toFile()));

    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("stdout")).content().startsWith("immunospan 0.");
  }

  @Test
  void an_installation_works_from_a_folder_with_spaces_in_its_name_without_being_written_to()
      throws IOException, InterruptedException {
    Path home = unpack(folder.resolve("my programs"));
    setWritable(home, false);
    List<String> before = files(home);

    Process process =
        start(
            new ProcessBuilder(
                    home.resolve("immunospan").toString(),
                    "annotate",
                    home.resolve("corpora/demo/abstracts.xml").toString(),
                    "--out",
                    folder.resolve("out").toString())
                .directory(folder.toFile()));

    assertThat(process.waitFor()).as(Files.readString(folder.resolve("stderr"))).isZero();
    assertThat(folder.resolve("out/spans.csv")).content().contains("90000001,title,");
    // Whoever may write everywhere, as in a container, gets the archive of classes.
    assertThat(files(home)).filteredOn(file -> !file.endsWith(".jsa")).isEqualTo(before);
    setWritable(home, true);
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_402, 1", "11.0.2, 11", "16, 16", "9, 9"})
  void says_which_java_it_needs(String version, String major)
      throws IOException, InterruptedException {
    script(folder.resolve("bin/java"), "echo 'openjdk version \"" + version + "\" 2019-01-15' >&2");
    ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString(), "--version");
    builder.environment().put("JAVA_HOME", folder.toString());

    assertThat(start(builder).waitFor()).isEqualTo(2);
    assertThat(folder.resolve("stderr"))
        .content()
        .startsWith("immunospan: expected Java 17 or newer, found Java " + major + ": ")
        .hasLineCount(1);
  }

  @Test
  void says_that_there_is_no_java() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString(), "--version");
    builder.environment().put("JAVA_HOME", folder.resolve("none").toString());

    assertThat(start(builder).waitFor()).isEqualTo(2);
    assertThat(folder.resolve("stderr")).content().contains("found no " + folder).hasLineCount(1);
  }

  @ParameterizedTest(name = "lock of a dead process: {0}")
  @ValueSource(booleans = {false, true})
  void two_first_starts_at_once_build_once(boolean deadLock)
      throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.copy(LAUNCHER, home.resolve("immunospan"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("target"));
    if (deadLock) {
      Process dead = new ProcessBuilder("true").start();
      dead.waitFor();
      Files.createSymbolicLink(
          home.resolve("target/immunospan.lock"), Path.of(Long.toString(dead.pid())));
    }
    script(
        folder.resolve("bin/mvn"),
        "echo built >> runs; sleep 1; ln -s '" + TARGET + "/lib' target/lib",
        "cp '" + TARGET + "/immunospan.jar' target/immunospan.jar");
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ProcessBuilder builder =
          new ProcessBuilder(home.resolve("immunospan").toString(), "--version");
      builder.environment().merge("PATH", folder.resolve("bin").toString(), (a, b) -> b + ":" + a);
      starts.add(
          builder
              .redirectOutput(folder.resolve("stdout" + i).toFile())
              .redirectError(folder.resolve("stderr" + i).toFile())
              .start());
    }

    for (int i = 0; i < starts.size(); i++) {
      assertThat(starts.get(i).waitFor())
          .as(Files.readString(folder.resolve("stderr" + i)))
          .isZero();
      assertThat(folder.resolve("stdout" + i)).content().startsWith("immunospan 0.");
    }
    assertThat(home.resolve("runs")).hasContent("built");
    assertThat(home.resolve("target/immunospan.lock")).doesNotExist();
  }

  /** Unpacks the zip for users, with its permissions, and returns its only folder. */
  private static Path unpack(Path to) throws IOException {
    List<Path> zips;
    try (Stream<Path> files = Files.list(TARGET)) {
      zips = files.filter(file -> file.toString().endsWith(".zip")).toList();
    }
    assertThat(zips).hasSize(1);
    Map<String, ?> withPermissions = Map.of("enablePosixFileAttributes", true);
    try (FileSystem zip = FileSystems.newFileSystem(zips.get(0), withPermissions);
        Stream<Path> entries = Files.walk(zip.getPath("/"))) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Path copy = to.resolve(entry.toString().substring(1));
        if (Files.isDirectory(entry)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(entry, copy);
          Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(entry));
        }
      }
    }
    try (Stream<Path> top = Files.list(to)) {
      return top.toList().get(0);
    }
  }

  private static List<String> files(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private static void setWritable(Path home, boolean writable) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        assertThat(file.toFile().setWritable(writable)).isTrue();
      }
    }
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private int launch(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    return start(new ProcessBuilder(command)).waitFor();
  }

  private Process start(ProcessBuilder builder) throws IOException {
    return builder
        .redirectOutput(folder.resolve("stdout").toFile())
        .redirectError(folder.resolve("stderr").toFile())
        .start();
  }
}
