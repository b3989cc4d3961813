package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunospan.evaluate.SystemSpans.Offsets;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.text.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemSpansTest {

  private static final String HEADER = "doc_id,begin,end,text,type\n";

  @TempDir private Path folder;
  private GoldSet gold;

  @BeforeEach
  void readGold() throws IOException {
    Path file = folder.resolve("gold.jsonl");
    Files.writeString(
        file,
        """
        {"id": "a", "title": "𝛼 T cells", "abstract": "x, \\"y\\"", "mentions": []}
        {"id": "b", "text": "B cells", "mentions": []}
        """);
    gold = GoldSet.read(file, TypeMap.IDENTITY);
  }

  private SystemSpans read(String csv, Offsets offsets) throws IOException {
    return SystemSpans.read(Files.writeString(folder.resolve("s.csv"), csv), gold, offsets);
  }

  @Test
  void reads_code_points_or_utf16() throws IOException {
    SystemSpans points = read(HEADER + "a,2,9,T cells,CELL\n", Offsets.CODEPOINTS);
    SystemSpans units = read(HEADER + "a,3,10,T cells,CELL\n", Offsets.UTF16);

    assertThat(points.of("a")).containsExactly(new SystemSpan(new Span(3, 10), "CELL", "", ""));
    assertThat(units.of("a")).isEqualTo(points.of("a"));
    assertThat(points.of("b")).isEmpty();
  }

  @Test
  void reads_further_columns_quotes_a_byte_order_mark_and_documents_in_pieces() throws IOException {
    SystemSpans spans =
        read(
            "\uFEFFtype,doc_id,identifier,subtype,begin,end,text\r\n"
                + "GENE,a,,,10,16,\"x, \"\"y\"\"\"\r\n"
                + "CELL,b,CL:1,immune,0,7,B cells\r\n"
                + "CELL,a,,,2,3,T\r\n",
            Offsets.CODEPOINTS);

    assertThat(spans.of("a")).hasSize(2);
    assertThat(spans.of("b"))
        .isEqualTo(List.of(new SystemSpan(new Span(0, 7), "CELL", "immune", "CL:1")));
    assertThat(spans.types()).hasToString("{CELL=2, GENE=1}");
  }

  @Test
  void sets_aside_documents_that_are_not_in_the_gold() throws IOException {
    SystemSpans spans = read(HEADER + "c,0,1,x,GENE\na,0,1,𝛼,GENE\n", Offsets.CODEPOINTS);

    assertThat(spans.unknownDocuments()).containsExactly("c");
    assertThat(spans.types()).hasToString("{GENE=1}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          b,0,1,C,CELL     # s.csv:2: document b: text "C" is not at [0, 1), which holds "B"
          b,0,99,B,CELL    # s.csv:2: document b: expected a span inside the text of 7 characters, found "0" to "99"
          b,3,3,,CELL      # s.csv:2: document b: expected a span inside the text of 7 characters
          b,x,3,B,CELL     # s.csv:2: expected an offset, found "x"
          b,0,1,B          # s.csv:2: expected 5 fields, found 4
          """)
  void says_where_a_row_is_wrong(String row, String message) {
    assertThatThrownBy(() -> read(HEADER + row + "\n", Offsets.CODEPOINTS))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageContaining(message);
  }

  @Test
  void says_which_columns_are_missing() {
    assertThatThrownBy(() -> read("doc_id,start,end\n", Offsets.CODEPOINTS))
        .hasMessageContaining("s.csv:1: expected a column begin")
        .hasMessageContaining("found [doc_id, start, end]");
  }

  @Test
  void refuses_broken_quotes_and_bytes_that_are_not_utf_8() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, (HEADER + "b,0,1,é,CELL\n").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> SystemSpans.read(latin, gold, Offsets.CODEPOINTS))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> read(HEADER + "b,0,1,\"B\"x,CELL\n", Offsets.CODEPOINTS))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageContaining("RFC 4180");
  }

  @Test
  void accepts_spans_beyond_a_text_that_is_not_known() throws IOException {
    Path spans = Files.writeString(folder.resolve("spans.csv"), HEADER + "a,2,5,TNF,GENE\n");
    gold = GoldSet.read(spans, TypeMap.IDENTITY);

    SystemSpans system = read(HEADER + "a,2,5,TNF,GENE\na,50,53,IL2,GENE\n", Offsets.CODEPOINTS);

    Evaluation evaluation = Evaluation.run(gold, system, EvaluationSettings.of(Samples.TYPES));
    assertThat(evaluation.rows(Scheme.STRICT).get(0).score()).contains(Score.of(1, 1, 0));
    assertThatThrownBy(() -> read(HEADER + "a,2,5,TNX,GENE\n", Offsets.CODEPOINTS))
        .hasMessageContaining("is not at [2, 5)");
  }
}
