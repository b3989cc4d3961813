package org.immunospan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormsTest {

  @Test
  void equal_words_are_one_string() {
    Forms forms = new Forms();
    String text = "IL-2 and IL-6, α and 𝛼";

    String first = forms.of(text, 0, 2);
    String second = forms.of(text, 9, 11);

    assertThat(first).isEqualTo("IL");
    assertThat(second).isSameAs(first);
    assertThat(forms.of(text, 21, 23)).isEqualTo("𝛼");
  }

  @Test
  void gives_the_characters_of_the_text_however_many_words_there_are() {
    Forms forms = new Forms();
    Random random = new Random(7);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 400_000; i++) {
      String word =
          i % 3 == 0 || seen.isEmpty()
              ? Long.toString(random.nextLong(1_000_000_000_000L), Character.MAX_RADIX)
              : seen.get(random.nextInt(seen.size()));
      seen.add(word);
      String text = "(" + word + ")";

      assertThat(forms.of(text, 1, text.length() - 1)).isEqualTo(word);
    }
  }

  @Test
  void words_of_one_hash_are_told_apart() {
    Forms forms = new Forms();

    for (int times = 0; times < 2; times++) {
      assertThat(forms.of("AaAa", 0, 4)).isEqualTo("AaAa");
      assertThat(forms.of("AaBB", 0, 4)).isEqualTo("AaBB");
      assertThat(forms.of("BBAa", 0, 4)).isEqualTo("BBAa");
    }
  }
}
