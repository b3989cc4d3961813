package org.immunospan.crf.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Names and texts of few words, so that names are found, overlap and begin each other. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void finds_what_a_plain_search_finds(long seed) {
    Random random = new Random(seed);
    NameSet.Builder builder = new NameSet.Builder(TOKENIZER, 3, 1 << 1);
    List<Set<String>> keys = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (int i = 0; i < 40; i++) {
      int kind = random.nextInt(3);
      String name = words(random, 1 + random.nextInt(4)).strip();
      Tokens tokens = TOKENIZER.tokenize(name, new Span(0, name.length()));
      String key = NaiveNameSearch.key(tokens, 0, tokens.size(), kind == 1);
      if (!key.isEmpty()) {
        builder.add(name, kind);
        keys.get(kind).add(key);
      }
    }
    NameSet names = builder.build();
    NaiveNameSearch naive = new NaiveNameSearch(keys, Set.of(1));

    int found = 0;
    for (int i = 0; i < 200; i++) {
      String text = words(random, 20) + ".";
      Tokens tokens = TOKENIZER.tokenize(text, new Span(0, text.length()));
      String[] places = names.places(tokens.toStrings(), glued(tokens));
      assertThat(places).as(text).containsExactly(naive.places(tokens));
      found += (int) Arrays.stream(places).filter(Objects::nonNull).count();
    }
    assertThat(found).isGreaterThan(500);
  }

  private static String words(Random random, int count) {
    String[] words = {"IL", "il", "2", "-", "α", "alpha", "R", "receptor", "12", "β", "Il-2", "x"};
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(words[random.nextInt(words.length)]);
      text.append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  @Test
  void refuses_what_is_no_set_of_names() {
    assertThatThrownBy(() -> NameSet.read(new ByteArrayInputStream(new byte[8]), "names.bin"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("names.bin: found magic 00000000");
  }

  private static String places(NameSet names, String text) {
    Tokens tokens = TOKENIZER.tokenize(text, new Span(0, text.length()));
    StringBuilder places = new StringBuilder();
    for (String place : names.places(tokens.toStrings(), glued(tokens))) {
      places.append(places.isEmpty() ? "" : " ").append(place == null ? "." : place);
    }
    return places.toString();
  }

  private static boolean[] glued(Tokens tokens) {
    boolean[] glued = new boolean[tokens.size()];
    for (int i = 1; i < glued.length; i++) {
      glued[i] = tokens.begin(i) == tokens.end(i - 1);
    }
    return glued;
  }
}
