package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.Document;
import org.immunospan.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bc2CountsTest {

  /** One gene, {@code IL 2} at 10-14, with the alternatives {@code human IL 2} and {@code IL}. */
  private static final GoldDocument SENTENCE =
      new GoldDocument(
          Document.of("1", "", "the human IL 2 gene IL 2 "),
          List.of(GoldMention.of(new Span(10, 14), "GENE")),
          List.of(
              GoldMention.of(new Span(4, 14), "GENE"), GoldMention.of(new Span(10, 12), "GENE")));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the gene                             | 10-14       | 1 0 0
          an alternative                       | 4-14        | 1 0 0
          nothing                              | ''          | 0 0 1
          neither                              | 10-19       | 0 1 1
          gene and alternative: neither wrong  | 10-14 10-12 | 1 0 0
          two alternatives find it once        | 4-14 10-12  | 1 0 0
          the same words elsewhere             | 20-24       | 0 1 1
          a blank at the end does not count    | 10-15       | 1 0 0
          a lone blank is a wrong mention      | 9-10        | 0 1 1
          """)
  void scores_by_the_rules_of_the_task(String why, String spans, String counts) {
    List<SystemSpan> system =
        Arrays.stream(spans.split(" ", -1))
            .filter(span -> !span.isEmpty())
            .map(span -> span.split("-", 2))
            .map(
                span ->
                    new SystemSpan(
                        new Span(Integer.parseInt(span[0]), Integer.parseInt(span[1])),
                        "GENE",
                        "",
                        ""))
            .toList();

    int[] found = Bc2Counts.of(SENTENCE, system);

    assertThat(found[0] + " " + found[1] + " " + found[2]).as(why).isEqualTo(counts);
  }
}
