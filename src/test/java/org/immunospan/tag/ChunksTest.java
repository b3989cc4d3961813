package org.immunospan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.immunospan.crf.Gluing;
import org.immunospan.crf.SentenceAttribute;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunksTest {

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "text, '(IL-2Rα), a', '( il-0rα il-0rα il-0rα il-0rα il-0rα ) , a'",
    "place, '(IL-2Rα), a', 'U B I I I L U U U'",
    "brief, 'IL-2 a', 'A-00 A-01 A-02 a0'",
    "shape, 'IL-12 a', 'BAA-00 IAA-00 LAA-00 Ua'",
    "before, 'of IL-2', '. ofB ofI ofL'",
    "after, 'IL-2 gene', 'geneB geneI geneL .'",
    "touch, 'IL-2 gene', 'right both left none'",
    "depth, 'a (b [c]) d', '. 1 1 2 2 2 1 .'"
  })
  void describes_what_stands_between_blanks(String attribute, String text, String expected) {
    Tokens tokens = new BiomedicalTokenizer().tokenize(text, new Span(0, text.length()));

    String[] values = attribute(attribute).values(tokens.toStrings(), Gluing.context(tokens));

    assertThat(
            Arrays.stream(values)
                .map(value -> Objects.requireNonNullElse(value, "."))
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  private static SentenceAttribute attribute(String name) {
    return switch (name) {
      case "text" -> Chunks.text();
      case "place" -> Chunks.place();
      case "brief" -> Chunks.briefShape();
      case "shape" -> Chunks.shape();
      case "before" -> Chunks.before();
      case "after" -> Chunks.after();
      case "touch" -> Chunks.touch();
      default -> Chunks.depth();
    };
  }
}
