package org.immunospan.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.immunospan.text.RandomText;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BiomedicalTokenizerTest {

  private final BiomedicalTokenizer tokenizer = new BiomedicalTokenizer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "IL-2Rα              | IL - 2 R α",
        "CD4+CD25hi          | CD 4 + CD 25 hi",
        "p53-/-              | p 53 - / -",
        "NF-κB               | NF - κ B",
        "(TNF)               | ( TNF )",
        "p<.05               | p < . 05",
        "1.5                 | 1 . 5",
        "naïve               | naïve",
        "e\u0301tude         | e\u0301tude",
        "T\u00a0cell         | T cell",
        "𝛼4                  | 𝛼 4",
        "++                  | + +",
      })
  void cuts_where_a_name_may_begin_or_end(String text, String expected) {
    assertThat(String.join(" ", tokens(text).toStrings())).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void covers_everything_but_white_space(long seed) {
    String text = RandomText.of(seed) + "x";

    Tokens tokens = tokens(text);

    StringBuilder rest = new StringBuilder(text);
    for (int i = tokens.size() - 1; i >= 0; i--) {
      assertThat(tokens.text(i)).isNotBlank();
      rest.delete(tokens.begin(i), tokens.end(i));
    }
    assertThat(rest.codePoints().allMatch(BiomedicalTokenizerTest::isSpace)).isTrue();
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private Tokens tokens(String text) {
    return tokenizer.tokenize(text, new Span(0, text.length()));
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
