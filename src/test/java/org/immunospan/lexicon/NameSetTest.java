package org.immunospan.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSetTest {

  private static final BiomedicalTokenizer TOKENIZER = new BiomedicalTokenizer();

  /** Kind 0 does not mind case, kind 1 does. */
  private static final NameSet NAMES = names();

  private static NameSet names() {
    NameSet.Builder builder = new NameSet.Builder(TOKENIZER, 2, 1 << 1);
    builder.add("interleukin 2 receptor alpha chain", 0);
    builder.add("TNF-alpha", 0);
    builder.add("IL-2", 0);
    builder.add("IL-2", 1);
    return builder.build();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "the interleukin-2 receptor α-chain gene, . BO IO IO IO IO IO LO .",
    "interleukin 2 receptor, . . .",
    "TNFα, BO LO",
    "Il-2 and IL-2, BO IO LO . BB II LL",
    "IL 2, BO LO",
    "-, .",
  })
  void tells_the_place_of_each_token_in_a_name(String text, String expected) {
    assertThat(places(NAMES, text)).isEqualTo(expected);
  }

  @Test
  void is_the_same_after_writing_and_reading() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NAMES.write(bytes);

    NameSet read = NameSet.read(new ByteArrayInputStream(bytes.toByteArray()), "bytes");
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    read.write(again);

    assertThat(places(read, "human IL-2 and TNF-α"))
        .isEqualTo(places(NAMES, "human IL-2 and TNF-α"));
    assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
  }

  @Test
  void refuses_what_is_no_set_of_names() {
    assertThatThrownBy(() -> NameSet.read(new ByteArrayInputStream(new byte[8]), "names.bin"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("names.bin: found magic 00000000");
  }

  private static String places(NameSet names, String text) {
    Tokens tokens = TOKENIZER.tokenize(text, new Span(0, text.length()));
    boolean[] glued = new boolean[tokens.size()];
    for (int i = 1; i < glued.length; i++) {
      glued[i] = tokens.begin(i) == tokens.end(i - 1);
    }
    StringBuilder places = new StringBuilder();
    for (String place : names.places(tokens.toStrings(), glued)) {
      places.append(places.isEmpty() ? "" : " ").append(place == null ? "." : place);
    }
    return places.toString();
  }
}
