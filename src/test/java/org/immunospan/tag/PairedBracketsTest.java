package org.immunospan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunospan.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairedBracketsTest {

  /** The mention stands between bars. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "of |BCL-X(L|) here; BCL-X(L)",
        "of |Bcl-x (L| ) here; Bcl-x (L )",
        "by |IL-2)|; IL-2",
        "by |(IL-2|; IL-2",
        "by |IL-2 (| p; IL-2",
        "a (|EC 1.1.1.1)| b; (EC 1.1.1.1)",
        "the |[Leu|]enkephalin; [Leu]",
        "of |interleukin 2 (IL-2)| here; interleukin 2 (IL-2)",
        "of |GLUT-4| here; GLUT-4",
      })
  void halves_are_completed_or_dropped(String marked, String expected) {
    int begin = marked.indexOf('|');
    int end = marked.lastIndexOf('|') - 1;
    String text = marked.replace("|", "");
    assertThat(PairedBrackets.repair(text, new Span(begin, end)))
        .map(span -> span.of(text))
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a |II (IL| 2", "the |(| x"})
  void a_half_in_the_middle_is_no_name(String marked) {
    int begin = marked.indexOf('|');
    int end = marked.lastIndexOf('|') - 1;
    assertThat(PairedBrackets.repair(marked.replace("|", ""), new Span(begin, end))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "|CD3+), B cells|; B cells",
        "[|ISG+] T cells|; T cells",
        "|CD11c+), and pDCs (CD123+)|; pDCs (CD123+)",
        "|CD3+) orphan cells|; orphan cells",
        "|pDCs (CD11c-| CD123+); pDCs",
        "|a) b) cells (x) (|; cells (x)",
        "|T (Th) cells|; T (Th) cells",
        "|(D) pericytes|; (D) pericytes",
        "|CD4(+) T cells|; CD4(+) T cells",
      })
  void a_span_is_cut_where_a_bracket_lacks_its_other_half(String marked, String expected) {
    int begin = marked.indexOf('|');
    int end = marked.lastIndexOf('|') - 1;
    String text = marked.replace("|", "");
    assertThat(PairedBrackets.cut(text, new Span(begin, end)))
        .map(span -> span.of(text))
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|cells) |", "|(| x", "|(cells|"})
  void nothing_is_left_of_a_span_behind_its_last_half(String marked) {
    int begin = marked.indexOf('|');
    int end = marked.lastIndexOf('|') - 1;
    assertThat(PairedBrackets.cut(marked.replace("|", ""), new Span(begin, end))).isEmpty();
  }
}
