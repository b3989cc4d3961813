package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void counts_dangerous_names_in_a_corpus() throws IOException {
    Path corpus =
        Files.writeString(
            folder.resolve("texts.jsonl"),
            """
            {"id": "1", "text": "A zorb and a zorb met a ZRB."}
            {"id": "2", "text": "The quux cell met a zorb."}
            """);

    int code =
        check(
            HEADER
                + "identifier\tname\tsubtype\tsynonyms\n"
                + "my:1\tzorb\timmune\t\nmy:2\tquux cell\timmune\tzorb\n"
                + "my:3\tbrix cell\timmune\tZRB\n",
            "--risks",
            "--corpus",
            corpus.toString());

    assertThat(code).isEqualTo(2);
    assertThat(out)
        .isEqualTo(
            """
            name\twhy\tidentifiers\tfound\tlowercase\tdocuments
            zorb\t2 concepts\tmy:1|my:2\t3\t3\t2
            ZRB\tshort\tmy:3\t1\t0\t1
            """);
    assertThat(err).contains("my:2: its name \"zorb\" is also a name of my:1");
  }

  private int check(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("my-cells.tsv"), text);
    PrintStream formerOut = System.out;
    PrintStream formerErr = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      List<String> arguments = new ArrayList<>(List.of("lexicon", "check", file.toString()));
      arguments.addAll(List.of(options));
      return Main.run(arguments.toArray(String[]::new));
    } finally {
      System.setOut(formerOut);
      System.setErr(formerErr);
      out = outBytes.toString(StandardCharsets.UTF_8);
      err = errBytes.toString(StandardCharsets.UTF_8);
    }
  }
}
