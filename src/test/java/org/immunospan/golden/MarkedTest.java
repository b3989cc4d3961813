package org.immunospan.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedTest {

  @Test
  void reads_spans_and_labels() {
    Marked marked = Marked.parse("the [CD4+ T cells]{CL:0000624} and [NK]");

    assertThat(marked.text()).isEqualTo("the CD4+ T cells and NK");
    assertThat(marked.spans()).containsExactly(new Span(4, 16), new Span(21, 23));
    assertThat(marked.marks()).extracting(Marked.Mark::label).containsExactly("CL:0000624", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no mark", "[all]", "[[CD4]{GENE}+ T cells]{CELL}", "[a][b]", "\\[see\\] [x]{y}"})
  void writes_what_it_reads(String notation) {
    assertThat(Marked.parse(notation)).hasToString(notation);
  }

  @Test
  void refuses_an_open_bracket() {
    assertThatThrownBy(() -> Marked.parse("the [CD4")).hasMessageContaining("closing bracket");
  }

  @Test
  void refuses_a_row_with_too_few_fields() {
    Row row = new Row("x.tsv", 2, java.util.Map.of("why", "a reason"));

    assertThatThrownBy(() -> row.get("text")).hasMessageContaining("expected a column text");
    assertThat(List.of(row.toString())).containsExactly("x.tsv:2 a reason");
  }
}
