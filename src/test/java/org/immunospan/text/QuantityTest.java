package org.immunospan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "1, document, 1 document",
    "0, document, 0 documents",
    "1024, therapy, '1,024 therapies'"
  })
  void counts_in_words(long count, String noun, String expected) {
    assertThat(Quantity.of(count, noun)).isEqualTo(expected);
  }
}
