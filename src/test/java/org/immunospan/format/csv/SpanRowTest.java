package org.immunospan.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanRowTest {

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -0.0, 1, 0.0005, 0.1235, 0.9995, 0.99949999999, 0.9994999, -0.2, 1.0005, 1e300})
  void a_score_has_the_decimals_of_format(double score) {
    assertThat(SpanRow.decimal(score)).isEqualTo(String.format(Locale.ROOT, "%.3f", score));
  }

  @Test
  void any_score_has_the_decimals_of_format() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      double score = i % 2 == 0 ? random.nextDouble() : random.nextInt(10_001) / 10_000.0;
      assertThat(SpanRow.decimal(score)).isEqualTo(String.format(Locale.ROOT, "%.3f", score));
    }
  }

  @Test
  void no_score_is_empty() {
    assertThat(SpanRow.decimal(Double.NaN)).isEmpty();
  }
}
