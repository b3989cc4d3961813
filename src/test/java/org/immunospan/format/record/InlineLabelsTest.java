package org.immunospan.format.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.immunospan.text.RandomText;
import org.immunospan.text.Section;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InlineLabelsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          We saw T cells. | abstract=We saw T cells.
          BACKGROUND: We ask. METHODS: We look. | background=BACKGROUND: We ask. / methods=METHODS: We look.
          First this. RESULTS: Then that. | abstract=First this. / results=RESULTS: Then that.
          AIM: Why? RESULTS: So (p < .05). CONCLUSION: Yes. | aim=AIM: Why? / results=RESULTS: So (p < .05). / conclusion=CONCLUSION: Yes.
          MATERIALS AND METHODS: Mice. | materials and methods=MATERIALS AND METHODS: Mice.
          METHODS/PRINCIPAL FINDINGS: Mice. | methods/principal findings=METHODS/PRINCIPAL FINDINGS: Mice.
          BACKGROUND & AIMS: Gut. | background & aims=BACKGROUND & AIMS: Gut.
          DESIGN, SETTING, AND PARTICIPANTS: Ten. | design, setting, and participants=DESIGN, SETTING, AND PARTICIPANTS: Ten.
          MAIN OUTCOME MEASURE(S): Death. | main outcome measure(s)=MAIN OUTCOME MEASURE(S): Death.
          AUTHORS' CONCLUSIONS: None. | authors' conclusions=AUTHORS' CONCLUSIONS: None.
          METHODS:Without a blank. | methods=METHODS:Without a blank.
          (As shown.) RESULTS: Good. | abstract=(As shown.) / results=RESULTS: Good.
          Said "no." RESULTS: Good. | abstract=Said "no." / results=RESULTS: Good.
          UNLABELLED: Plain. | abstract=UNLABELLED: Plain.
          We used DNA: a molecule. | abstract=We used DNA: a molecule.
          It works. DNA: a molecule. | abstract=It works. DNA: a molecule.
          HIV: a virus. CD4: a marker. | abstract=HIV: a virus. CD4: a marker.
          Our RESULTS: none. | abstract=Our RESULTS: none.
          Ten (RESULTS: none). | abstract=Ten (RESULTS: none).
          It works.RESULTS: glued. | abstract=It works.RESULTS: glued.
          Results: in lower case. | abstract=Results: in lower case.
          The AIM of this. IL-2: one. | abstract=The AIM of this. IL-2: one.
          AND: no meaning of its own. | abstract=AND: no meaning of its own.
          CD8 T CELL RESULTS: mixed words. | abstract=CD8 T CELL RESULTS: mixed words.
          """)
  void finds_labels_of_capitals_at_the_start_of_sentences(String text, String expected) {
    assertThat(print(text)).isEqualTo(expected);
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
