package org.immunospan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunospan.segment.OneSentence;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TherapyPhrasesTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/golden/tag/therapy-phrases.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      quoteCharacter = '\u0000')
  void finds_therapies_named_after_their_target(String sentence, String expected, String why) {
    SegmentedDocument document = OneSentence.of(sentence);

    assertThat(new TherapyPhrases().tag(document).stream().map(m -> m.span().of(sentence)))
        .as(why)
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void a_union_keeps_the_longer_of_two_taggers() {
    Mention part = Mention.of(new Span(5, 10), EntityType.THERAPY);
    Tagger shorter = document -> List.of(part);
    Tagger union = new TaggerUnion(shorter, new TherapyPhrases());

    assertThat(union.tag(OneSentence.of("PDE4 inhibitor")))
        .extracting(Mention::span)
        .containsExactly(new Span(0, 14));
  }
}
