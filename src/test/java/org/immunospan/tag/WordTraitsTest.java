package org.immunospan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTraitsTest {

  @ParameterizedTest(name = "{0} ends in {1}")
  @CsvSource({"Kinases, ses", "AKT, akt", "IL, il", "p38, p00", "x, x"})
  void ending_is_the_last_three_characters_of_the_folded_form(String form, String ending) {
    assertThat(WordTraits.ending(form)).containsExactly(ending);
  }

  @ParameterizedTest(name = "{0} is one {1}")
  @CsvSource({
    "Kinases, kinase",
    "families, family",
    "abscesses, abscess",
    "virus, virus",
    "gas, gas"
  })
  void singular_takes_the_ending_of_plurals_away(String form, String singular) {
    assertThat(WordTraits.singular(form)).containsExactly(singular);
  }
}
