package org.immunospan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodePointsTest {

  @Test
  void counts_a_surrogate_pair_once() {
    CodePoints codePoints = CodePoints.of("a𝛼b");

    assertThat(codePoints.length()).isEqualTo(3);
    assertThat(codePoints.fromUtf16(3)).isEqualTo(2);
    assertThat(codePoints.toUtf16(2)).isEqualTo(3);
    assertThat(codePoints.fromUtf16(4)).isEqualTo(3);
  }

  @Test
  void refuses_an_offset_inside_a_surrogate_pair() {
    assertThatThrownBy(() -> CodePoints.of("a𝛼b").fromUtf16(2)).hasMessageContaining("surrogate");
  }

  @Test
  void refuses_an_offset_outside_the_text() {
    assertThatThrownBy(() -> CodePoints.of("ab").toUtf16(3))
        .hasMessageContaining("outside the text of 2 code points");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agrees_with_the_platform_and_is_its_own_inverse(long seed) {
    String text = RandomText.of(seed);
    CodePoints codePoints = CodePoints.of(text);

    assertThat(codePoints.length()).isEqualTo(text.codePointCount(0, text.length()));
    for (int point = 0; point <= codePoints.length(); point++) {
      int unit = text.offsetByCodePoints(0, point);
      assertThat(codePoints.toUtf16(point)).isEqualTo(unit);
      assertThat(codePoints.fromUtf16(unit)).isEqualTo(point);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }
}
