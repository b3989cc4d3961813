package org.immunospan.lexicon.gene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.immunospan.lexicon.LexiconFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneLexiconTest {

  private static final Gene CD4 =
      new Gene(1678, 920, 12504, 306, "CD4", "CD4 molecule", "Cd4", List.of(471, 590));

  @Test
  void gives_back_what_was_written() throws IOException {
    GeneLexiconWriter writer = new GeneLexiconWriter();
    writer.addGroup(471, "CD molecules");
    int cd4 = writer.add(CD4);
    writer.addKey("cd4", cd4, NameSource.HUMAN_SYMBOL);
    writer.addKey("cd4", cd4, NameSource.MOUSE_SYMBOL);

    GeneLexicon lexicon = read(writer, Map.of("origin", "a test"));

    assertThat(lexicon.gene(0)).isEqualTo(CD4);
    assertThat(lexicon.groups()).containsExactly(Map.entry(471, "CD molecules"));
    assertThat(lexicon.header()).containsEntry("origin", "a test");
    assertThat(lexicon.find("cd4"))
        .containsExactly(
            new GeneLexicon.Hit(0, NameSource.HUMAN_SYMBOL.bit() | NameSource.MOUSE_SYMBOL.bit()));
    assertThat(lexicon.find("cd")).isEmpty();
    assertThat(lexicon.find("cd44")).isEmpty();
    assertThat(lexicon.find("")).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void finds_every_key_and_no_other(long seed) throws IOException {
    Random random = new Random(seed);
    GeneLexiconWriter writer = new GeneLexiconWriter();
    Map<String, Integer> genes = new TreeMap<>();
    for (int i = 0; i < 500; i++) {
      String key = randomKey(random);
      int gene = writer.add(new Gene(i, i, 0, 0, key, "", "", List.of()));
      if (genes.putIfAbsent(key, gene) == null) {
        writer.addKey(key, gene, NameSource.HUMAN_ALIAS);
      }
    }

    GeneLexicon lexicon = read(writer, Map.of());

    genes.forEach(
        (key, gene) ->
            assertThat(lexicon.find(key))
                .containsExactly(new GeneLexicon.Hit(gene, NameSource.HUMAN_ALIAS.bit())));
    for (int i = 0; i < 500; i++) {
      String other = randomKey(random);
      assertThat(lexicon.find(other).isEmpty()).isEqualTo(!genes.containsKey(other));
    }
  }

  @Test
  void tells_a_file_that_is_cut_off() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GeneLexiconWriter writer = new GeneLexiconWriter();
    writer.addKey("cd4", writer.add(CD4), NameSource.HUMAN_SYMBOL);
    writer.write(Map.of(), bytes);
    byte[] part = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9);

    assertThatThrownBy(() -> GeneLexicon.read(new ByteArrayInputStream(part), "genes.bin"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void tells_a_file_that_is_something_else() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write("name\tgene\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThatThrownBy(
            () -> GeneLexicon.read(new ByteArrayInputStream(bytes.toByteArray()), "genes.bin"))
        .isInstanceOf(LexiconFormatException.class)
        .hasMessageStartingWith("genes.bin:1: expected \"# immunospan gene lexicon: 1\"");
  }

  private static String randomKey(Random random) {
    StringBuilder key = new StringBuilder();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      key.append("abcα12".charAt(random.nextInt(6)));
    }
    return key.toString();
  }

  private static GeneLexicon read(GeneLexiconWriter writer, Map<String, String> header)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.write(header, bytes);
    return GeneLexicon.read(new ByteArrayInputStream(bytes.toByteArray()), "test");
  }
}
