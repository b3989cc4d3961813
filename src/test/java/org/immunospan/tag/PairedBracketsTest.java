package org.immunospan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.immunospan.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairedBracketsTest {

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
    assertThat(changed(marked, PairedBrackets::repair)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a |II (IL| 2", "the |(| x"})
  void a_half_in_the_middle_is_no_name(String marked) {
    assertThat(PairedBrackets.repair(marked.replace("|", ""), between(marked))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "|CD3+), B cells|; B cells",
        "[|ISG+] T cells|; T cells",
        "|CD11c+), and pDCs (CD123+)|; pDCs (CD123+)",
        "|CD3+) orphan cells|; orphan cells",
        "|CD3+) (Th) cells|; (Th) cells",
        "|pDCs, (CD11c-|; pDCs",
        "|pDCs (CD11c-| CD123+); pDCs",
        "|a) b) cells (x) (|; cells (x)",
        "|T (Th) cells|; T (Th) cells",
        "|(D) pericytes|; (D) pericytes",
        "|CD4(+) T cells|; CD4(+) T cells",
      })
  void a_span_is_cut_where_a_bracket_lacks_its_other_half(String marked, String expected) {
    assertThat(changed(marked, PairedBrackets::cut)).contains(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_is_cut_is_a_balanced_part_of_the_span(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      StringBuilder text = new StringBuilder();
      for (int c = 0; c < 12; c++) {
        text.append("()[]a1, -".charAt(random.nextInt(9)));
      }
      Span span = new Span(1, 11);
      PairedBrackets.cut(text.toString(), span)
          .ifPresent(
              cut -> {
                assertThat(span.contains(cut)).isTrue();
                assertThat(PairedBrackets.cut(text.toString(), cut)).as("%s", text).contains(cut);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"|cells) |", "|(| x", "|(cells|"})
  void nothing_is_left_of_a_span_after_its_last_half(String marked) {
    assertThat(PairedBrackets.cut(marked.replace("|", ""), between(marked))).isEmpty();
  }

  /** What becomes of the marked part of a text. */
  private static Optional<String> changed(
      String marked, BiFunction<String, Span, Optional<Span>> change) {
    String text = marked.replace("|", "");
    return change.apply(text, between(marked)).map(span -> span.of(text));
  }

  /** The span between the bars, without them. */
  private static Span between(String marked) {
    return new Span(marked.indexOf('|'), marked.lastIndexOf('|') - 1);
  }
}
