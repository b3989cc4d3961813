package org.immunospan.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import opennlp.tools.util.Span;
import org.immunospan.text.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenNlpTokenizerTest {

  private final OpenNlpTokenizer tokenizer = new OpenNlpTokenizer();

  @Test
  void cuts_as_the_biomedical_tokenizer_does() {
    assertThat(tokenizer.tokenize("IL-2Rα, CD4+"))
        .containsExactly("IL", "-", "2", "R", "α", ",", "CD", "4", "+");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void spans_and_strings_agree(long seed) {
    String text = RandomText.of(seed);

    assertThat(Span.spansToStrings(tokenizer.tokenizePos(text), text))
        .isEqualTo(tokenizer.tokenize(text));
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }
}
