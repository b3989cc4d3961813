package org.immunospan.crf.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureTemplateTest {

  @ParameterizedTest
  @CsvSource({
    "w[0], w[0]",
    "w[-1..1], w[-1] w[0] w[1]",
    "w[-1..0]|shape[0..1], w[-1]|shape[0] w[0]|shape[1]",
    "'w[0] # w[1]\n\nw[2]', w[0] w[2]",
  })
  void reads_templates(String text, String expected) {
    assertThat(
            String.join(
                " ", FeatureTemplate.parseAll(text).stream().map(Object::toString).toList()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "w, 'templates:1: found \"w\"'",
    "'w[0]\nw[1..0]', 'templates:2: found \"w[1..0]\"'",
    "w[0..1]|w[0], 'templates:1: found \"w[0..1]|w[0]\"'",
    "w[0]|, 'templates:1: found \"w[0]|\"'",
  })
  void names_the_line_of_a_fault(String text, String message) {
    assertThatThrownBy(() -> FeatureTemplate.parseAll(text)).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "nothing[0], 'found 0 attributes \"nothing\"'",
    "w[0] w[0], found twice",
    "size[1], 'found offset 1 of the chunk attribute \"size\"'"
  })
  void a_set_refuses_templates_it_cannot_serve(String text, String message) {
    assertThatThrownBy(
            () ->
                new FeatureSet(
                    Map.of("w", WordAttribute.ofForm(WordAttributes::lower)),
                    Map.of("size", (chunk, token, size) -> Integer.toString(size)),
                    Map.of(),
                    FeatureTemplate.parseAll(text)))
        .hasMessageContaining(message);
  }

  @Test
  void features_are_the_template_and_its_values() {
    FeatureSet features =
        new FeatureSet(
            Map.of(
                "w", WordAttribute.ofForm(WordAttributes::lower),
                "prefix", WordAttribute.ofForm(WordAttributes::prefixes),
                "glued", WordAttributes::glued),
            Map.of("chunk", (chunk, token, size) -> chunk + token + size),
            Map.of("last", (forms, context) -> new String[] {null, "last"}),
            FeatureTemplate.parseAll(
                "w[-1] w[0]|prefix[0] glued[0] glued[1]|w[1] chunk[0]|w[0] last[0] last[1]"));
    SentenceFeatures sentence =
        new SentenceFeatures(
            features, new String[] {"The", "Rela"}, new String[][] {null, {"glued"}});
    assertThat(sentence.of(0))
        .containsExactly(
            "w[-1]=<s>",
            "w[0]|prefix[0]=the|Th",
            "glued[1]|w[1]=glued|rela",
            "chunk[0]|w[0]=TheRela02|the",
            "last[1]=last");
    assertThat(sentence.of(1))
        .isEqualTo(
            List.of(
                "w[-1]=the",
                "w[0]|prefix[0]=rela|Re",
                "w[0]|prefix[0]=rela|Rel",
                "glued[0]=glued",
                "glued[1]|w[1]=</s>|</s>",
                "chunk[0]|w[0]=TheRela12|rela",
                "last[0]=last",
                "last[1]=</s>"));
  }
}
