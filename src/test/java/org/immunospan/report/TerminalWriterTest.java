package org.immunospan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.write.Export;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;

class TerminalWriterTest {

  private static final GoldMention CELL =
      new GoldMention(
          new Span(0, 12),
          "CELL",
          "immune",
          List.of("CL:0000624"),
          List.of(),
          Map.of("name", "CD4 T cell", "score", "0.970", "source", "cells-1"));

  private static final GoldMention GENE =
      new GoldMention(new Span(0, 3), "GENE", "", List.of("hgnc:1678"), List.of());

  @Test
  void an_inner_mention_gives_the_colour_back_to_the_outer_one() throws IOException {
    String shown = show(true, "CD4+ T cells die.", CELL, GENE);

    assertThat(shown)
        .startsWith("\u001b[1;32m\u001b[1;34mCD4\u001b[0m\u001b[1;32m+ T cells\u001b[0m die.\n\n");
  }

  @Test
  void without_colours_the_text_stays_as_it_is_and_the_table_tells_the_mentions()
      throws IOException {
    String shown = show(false, "CD4+ T cells die.", CELL, GENE);

    assertThat(shown)
        .isEqualTo(
            """
            CD4+ T cells die.

            type  class   text          identifier  name        score  source
            CELL  immune  CD4+ T cells  CL:0000624  CD4 T cell  0.970  cells-1
            GENE          CD4           hgnc:1678
            """);
  }

  @Test
  void no_text_commands_the_terminal() throws IOException {
    String shown = show(false, "CD4+ T cells\u001b]0;title\u0007 and \u009b2J die.", CELL, GENE);

    assertThat(shown)
        .startsWith("CD4+ T cells]0;title and 2J die.\n")
        .doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
  }

  @Test
  void says_so_when_there_is_nothing() throws IOException {
    assertThat(show(true, "Nothing here.")).isEqualTo("Nothing here.\n\nNothing was found.\n");
  }

  private static String show(boolean coloured, String text, GoldMention... mentions)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Export export = Export.toStream(new TerminalWriter(coloured), out)) {
      export.write(
          MarkedDocument.of(new GoldDocument(Document.of("1", "", text), List.of(mentions))));
      export.complete();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
