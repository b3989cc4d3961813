package org.immunospan.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TableTest {

  /** A colour of the test. */
  private enum Colour {
    DARK_RED,
    BLUE
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvFileSource(
      resources = "/golden/lexicon/tables.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      quoteCharacter = '\u0000',
      emptyValue = "")
  void reads_what_is_meant_or_names_the_place(String id, String text, String expected, String why) {
    assertThat(shown(text == null ? "" : text)).as(why).isEqualTo(expected.replace("\\\\", "\\"));
  }

  private static String shown(String text) {
    String plain =
        text.replace("\\t", "\t")
            .replace("\\n", "\n")
            .replace("\\r", "\r")
            .replace("\\uFEFF", "\uFEFF")
            .replace("\\u00A0", "\u00A0");
    try {
      return table(plain, StandardCharsets.UTF_8, "a", "b").rows().stream()
          .map(row -> "a=" + row.get("a") + " b=" + row.get("b"))
          .collect(Collectors.joining("; "));
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  @Test
  void reads_the_unicode_text_of_a_spreadsheet() throws IOException {
    Table table = table("\uFEFFa\tb\r\n\u03b3\t2\r\n", StandardCharsets.UTF_16LE, "a");

    assertThat(table.rows().get(0).get("a")).isEqualTo("\u03b3");
  }

  @Test
  void names_the_line_of_bytes_that_are_no_text() {
    assertThatThrownBy(() -> table("a\tb\n1\t\u00e9\n", StandardCharsets.ISO_8859_1))
        .hasMessage(
            "t.tsv:2: expected UTF-8 text, found bytes that are not; save the file as \"UTF-8\"");
  }

  @Test
  void keeps_the_header_in_its_order() throws IOException {
    Table table =
        table("# name: x\n# origin: a: b\n# no key\na\n# late: y\n1\n", StandardCharsets.UTF_8);

    assertThat(table.header().toString()).isEqualTo("{name=x, origin=a: b}");
  }

  @Test
  void a_row_gives_values_and_constants() throws IOException {
    Table table = table("a\tb\nx | y\tdark red\n||\tgreen\n", StandardCharsets.UTF_8);
    Table.Row good = table.rows().get(0);
    Table.Row bad = table.rows().get(1);

    assertThat(good.values("a")).containsExactly("x", "y");
    assertThat(good.values("absent")).isEmpty();
    assertThat(good.constant("b", Colour.class)).isEqualTo(Colour.DARK_RED);
    assertThatThrownBy(() -> bad.values("a"))
        .hasMessage(
            "t.tsv:3: expected values joined by '|' in column 'a', found an empty one in \"||\"");
    assertThatThrownBy(() -> bad.constant("b", Colour.class))
        .hasMessage("t.tsv:3: unknown b 'green'; known: dark red, blue");
    assertThatThrownBy(() -> good.get("c")).hasMessage("t.tsv: no column 'c', only a, b");
  }

  private static Table table(String text, Charset charset, String... required) throws IOException {
    return Table.read(new ByteArrayInputStream(text.getBytes(charset)), "t.tsv", required);
  }
}
