package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconCommandTest {

  private static final String HEADER = "# name: my-cells\n# version: 1\n# type: CELL\n";

  @TempDir Path folder;

  private String out = "";
  private String err = "";

  @Test
  void counts_a_good_lexicon() throws IOException {
    int code = check(HEADER + "identifier\tname\tsubtype\tsynonyms\nmy:1\tzorb cell\timmune\t\n");

    assertThat(code).isZero();
    assertThat(out).endsWith("my-cells.tsv: CELL my-cells-1, 1 entry, 1 name\n");
  }

  @Test
  void reads_a_lexicon_as_a_spreadsheet_saves_it() throws IOException {
    int code =
        check(
            """
            \uFEFF# name: my-cells\t\t\t\r
            # version: 1\t\t\t\r
            # type: CELL\t\t\t\r
            identifier\tname\tsubtype\tsynonyms\t\r
            my:1\tzorb cell\timmune\t"quux cell, resting|blip\u00a0cell"\t\r
            \t\t\t\r
            """);

    assertThat(code).isZero();
    assertThat(out).endsWith("1 entry, 3 names\n");
  }

  @Test
  void names_every_fault() throws IOException {
    int code =
        check(
            HEADER
                + "identifier\tname\tsubtype\tsynonyms\n"
                + "my:1\tzorb cell\timune\t\nmy:2\tquux cell\timmune\tzorb cells\n");

    assertThat(code).isEqualTo(2);
    assertThat(err)
        .contains("my:1: unknown subtype 'imune'; known subtypes: [immune, other]")
        .contains("my:2: its name \"zorb cells\" is also a name of my:1")
        .doesNotContain("Exception");
  }

  private int check(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("my-cells.tsv"), text);
    PrintStream formerOut = System.out;
    PrintStream formerErr = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      return Main.run("lexicon", "check", file.toString());
    } finally {
      System.setOut(formerOut);
      System.setErr(formerErr);
      out = outBytes.toString(StandardCharsets.UTF_8);
      err = errBytes.toString(StandardCharsets.UTF_8);
    }
  }
}
