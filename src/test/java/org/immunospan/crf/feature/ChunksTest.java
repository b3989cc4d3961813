package org.immunospan.crf.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunksTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'(IL-2Rα), a', '( IL-2Rα IL-2Rα IL-2Rα IL-2Rα IL-2Rα ) , a'",
    "'IL-2 binds.', 'IL-2 IL-2 IL-2 binds .'",
    "'CD4+ (+) x', 'CD4 CD4 + ( + ) x'",
    "'a', 'a'"
  })
  void are_what_is_between_spaces_without_punctuation_at_the_ends(String text, String expected) {
    Tokens tokens = new BiomedicalTokenizer().tokenize(text, new Span(0, text.length()));
    String[] forms = tokens.toStrings();
    boolean[] punctuation = new boolean[forms.length];
    for (int i = 0; i < forms.length; i++) {
      punctuation[i] = Chunks.isPunctuation(forms[i]);
    }

    Chunks chunks =
        Chunks.of(
            punctuation, Adjacency.glued(forms.length, Adjacency.context(tokens)), forms.length);

    List<String> found = new ArrayList<>();
    for (int i = 0; i < forms.length; i++) {
      found.add(chunks.text(forms, i));
      assertThat(chunks.first(i)).isLessThanOrEqualTo(i);
      assertThat(chunks.first(i) + chunks.size(i)).isGreaterThan(i);
    }
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }
}
