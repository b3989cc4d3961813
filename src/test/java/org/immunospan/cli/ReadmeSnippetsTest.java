package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Runs the Python and R of README.md on the result for {@code corpora/demo} and its tables, and
 * compares the statistics of the tables with those of R. Each test is passed over where its
 * interpreter is missing; the environment variable {@code PYTHON} names another Python.
 */
class ReadmeSnippetsTest {

  private static final String PYTHON = System.getenv().getOrDefault("PYTHON", "python3");

  @TempDir private Path folder;

  @BeforeEach
  void makeTables() throws IOException {
    Path result = Files.createDirectory(folder.resolve("result"));
    for (String name : List.of("spans.csv", "documents.csv", "markers.csv")) {
      Files.copy(Path.of("src/test/resources/golden/product", name), result.resolve(name));
    }
    int exit =
        new CommandLine(new TablesCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setErr(new PrintWriter(Writer.nullWriter()))
            .execute(result.toString(), "--out", folder.resolve("tables").toString());
    assertThat(exit).isZero();
  }

  @Test
  void python_snippets_run() throws Exception {
    assumeTrue(run(PYTHON, "-c", "import pandas").isEmpty(), "no Python with pandas");

    for (String snippet : snippets("python")) {
      Path file = Files.writeString(folder.resolve("snippet.py"), snippet);
      assertThat(run(PYTHON, file.toString())).as(snippet).isEmpty();
    }
  }

  @Test
  void r_snippets_run() throws Exception {
    assumeTrue(run("Rscript", "--version").isEmpty(), "no R");

    for (String snippet : snippets("r")) {
      Path file = Files.writeString(folder.resolve("snippet.R"), snippet);
      assertThat(run("Rscript", file.toString())).as(snippet).isEmpty();
    }
  }

  @Test
  void statistics_are_as_r_computes_them() throws Exception {
    assumeTrue(run("Rscript", "--version").isEmpty(), "no R");
    Path script =
        Path.of(Objects.requireNonNull(ReadmeSnippetsTest.class.getResource("tables.R")).toURI());

    assertThat(run("Rscript", script.toString())).isEmpty();
  }

  private static List<String> snippets(String language) throws IOException {
    List<String> snippets = new ArrayList<>();
    Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map((MatchResult result) -> result.group(1))
        .forEach(snippets::add);
    assertThat(snippets).hasSize(2);
    return snippets;
  }

  /** Runs a command in the folder; empty if it ended well, else what it wrote. */
  private String run(String... command) throws Exception {
    Path output = folder.resolve("output.txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return process.exitValue() == 0
          ? ""
          : "exit code %s: %s"
              .formatted(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
