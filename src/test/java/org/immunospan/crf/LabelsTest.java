package org.immunospan.crf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

  private static final Labels BILOU =
      new Labels(
          List.of("other", "g-start", "g-cont", "g-last", "g-unit", "c-start", "c-last", "c-unit"));
  private static final Labels BIO = new Labels(List.of("other", "g-start", "g-cont", "c-start"));

  @ParameterizedTest
  @CsvSource({
    "other, other, true",
    "other, g-start, true",
    "other, g-cont, false",
    "other, g-last, false",
    "g-start, g-last, true",
    "g-start, g-cont, true",
    "g-start, c-last, false",
    "g-start, other, false",
    "g-start, g-start, false",
    "g-cont, g-last, true",
    "g-last, c-unit, true",
    "g-unit, g-start, true",
  })
  void a_name_goes_on_until_it_ends(String left, String right, boolean allowed) {
    assertThat(BILOU.mayFollow(BILOU.names().indexOf(left), BILOU.names().indexOf(right)))
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "g-start, other, true",
    "g-cont, g-start, true",
    "other, g-cont, false",
    "c-start, g-cont, false",
  })
  void without_last_and_unit_a_name_may_end_anywhere(String left, String right, boolean allowed) {
    assertThat(BIO.mayFollow(BIO.names().indexOf(left), BIO.names().indexOf(right)))
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "other, true, true",
    "g-start, true, false",
    "g-cont, false, false",
    "g-last, false, true",
    "g-unit, true, true",
  })
  void sentences_hold_whole_names(String label, boolean mayBegin, boolean mayEnd) {
    assertThat(BILOU.mayBegin(BILOU.names().indexOf(label))).isEqualTo(mayBegin);
    assertThat(BILOU.mayEnd(BILOU.names().indexOf(label))).isEqualTo(mayEnd);
  }
}
