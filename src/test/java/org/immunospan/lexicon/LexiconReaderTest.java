package org.immunospan.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconReaderTest {

  private static final String HEADER = "# name: cells\n# version: 7\n# type: CELL\n";
  private static final String COLUMNS =
      "identifier\tname\tsubtype\tsynonyms\trelated\tparents\tsilent\tdoubtful\n";

  private static final String GOOD =
      HEADER
          + COLUMNS
          + "CL:0000084\tT cell\timmune\tT lymphocyte|=Ts\tthymus-derived cell\tCL:0000542\t\t\n"
          + "CL:0000542\tlymphocyte\timmune\t\t\tCL:0000738\t\tblood cell\n"
          + "CL:0000738\tleukocyte\timmune\t\t\t\tname\t\n"
          + "\tT cell receptor\tnot\t\t\t\t\t\n";

  @Test
  void reads_header_names_and_parents() throws IOException {
    Lexicon lexicon = read(GOOD);

    assertThat(lexicon.source()).isEqualTo("cells-7");
    LexiconEntry cell = lexicon.findEntry("CL:0000084").orElseThrow();
    assertThat(cell.name()).isEqualTo("T cell");
    assertThat(cell.synonyms()).containsExactly("T lymphocyte", "=Ts");
    assertThat(cell.related()).containsExactly("thymus-derived cell");
    assertThat(lexicon.ancestors("CL:0000084")).containsExactly("CL:0000542", "CL:0000738");
    assertThat(lexicon.findEntry("CL:0000738").orElseThrow().nameIsSearched()).isFalse();
    assertThat(lexicon.findEntry("CL:0000542").orElseThrow().doubtful())
        .containsExactly("blood cell");
    assertThat(lexicon.entries().get(3).isMention()).isFalse();
  }

  @Test
  void reads_what_the_writer_writes() throws IOException {
    Lexicon lexicon = read(GOOD);

    assertThat(LexiconWriter.toTsv(lexicon)).isEqualTo(GOOD);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '\t',
      quoteCharacter = '"',
      value = {
        "CL:1\\tT cell|cells.tsv:5: expected 3 tab-separated fields (identifier, name, subtype),"
            + " found 2: \"CL:1\\tT cell\"",
        "CL1\\tT cell\\timmune|cells.tsv:5: expected a CURIE such as CL:0000084 or nothing,"
            + " found \"CL1\"",
        "CL:1\\t\\timmune|cells.tsv:5: expected a name, found none",
        "CL:1\\ta\\timmune\\nCL:1\\tb\\timmune|cells.tsv:6: the identifier CL:1 is already in"
            + " line 5"
      })
  void names_the_line_of_a_bad_entry(String lineAndMessage) {
    String[] parts = lineAndMessage.split("\\|", 2);
    String lines = parts[0].replace("\\t", "\t").replace("\\n", "\n");

    assertThatThrownBy(() -> read(HEADER + "identifier\tname\tsubtype\n" + lines + "\n"))
        .isInstanceOf(LexiconFormatException.class)
        .hasMessage(parts[1]);
  }

  @Test
  void says_what_is_missing_in_the_header() {
    assertThatThrownBy(() -> read("# name: cells\n# version: 1\n" + COLUMNS))
        .hasMessage(
            "cells.tsv:1: expected a header line \"# type: ...\", found only [name, version]");
    assertThatThrownBy(() -> read("# name: cells\n# version: 1\n# type: Cell\n" + COLUMNS))
        .hasMessage(
            "cells.tsv:1: unknown type 'Cell' in the header; known types: [GENE, CELL, THERAPY]");
  }

  @Test
  void says_which_columns_it_knows() {
    assertThatThrownBy(() -> read(HEADER + "identifier\tlabel\tsubtype\n"))
        .hasMessage(
            "cells.tsv:4: unknown column 'label'; known columns: identifier, name, subtype,"
                + " synonyms, related, parents, silent, doubtful");
  }

  @Test
  void refuses_bytes_that_are_no_text() {
    byte[] bytes = (HEADER + COLUMNS).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xff;

    assertThatThrownBy(() -> LexiconReader.read(new ByteArrayInputStream(bytes), "cells.tsv"))
        .hasMessageContaining("expected UTF-8 text, found bytes that are not");
  }

  private static Lexicon read(String text) throws IOException {
    return LexiconReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "cells.tsv");
  }
}
