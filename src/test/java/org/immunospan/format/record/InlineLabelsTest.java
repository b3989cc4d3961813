package org.immunospan.format.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.text.RandomText;
import org.immunospan.text.Section;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InlineLabelsTest {

  @GoldenTable("format/inline-labels.tsv")
  void finds_labels_of_capitals_at_the_start_of_sentences(Row row) {
    assertThat(print(row.get("text"))).isEqualTo(row.get("sections"));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void loses_nothing_but_white_space_between_sections(long seed) {
    String text = RandomText.of(seed) + ". RESULTS: " + RandomText.of(seed + 1) + " METHODS: x";

    List<Section> sections = InlineLabels.sections(text);

    StringBuilder rest = new StringBuilder(text);
    for (int i = sections.size() - 1; i >= 0; i--) {
      rest.delete(sections.get(i).span().begin(), sections.get(i).span().end());
    }
    assertThat(rest.toString()).isBlank();
    assertThat(sections).extracting(Section::label).contains("results");
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static String print(String text) {
    return InlineLabels.sections(text).stream()
        .map(section -> section.label() + "=" + section.span().of(text))
        .collect(Collectors.joining(" / "));
  }
}
