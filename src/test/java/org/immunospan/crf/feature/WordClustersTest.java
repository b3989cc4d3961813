package org.immunospan.crf.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordClustersTest {

  private static final WordClusters CLUSTERS =
      new WordClusters(
          new int[] {2, 8}, Map.of("interleukin", new int[] {1, 7}, "00", new int[] {0, 3}));

  @ParameterizedTest
  @CsvSource({"Interleukin, 1, 7", "42, 0, 3", "unheard, -1, -1", "4, -1, -1"})
  void knows_a_word_in_any_case_and_with_any_digits(String word, int coarse, int fine) {
    assertThat(CLUSTERS.classOf(word, 0)).isEqualTo(coarse);
    assertThat(CLUSTERS.classOf(word, 1)).isEqualTo(fine);
  }

  @Test
  void is_the_same_after_writing_and_reading() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CLUSTERS.write(bytes);

    WordClusters read = WordClusters.read(new ByteArrayInputStream(bytes.toByteArray()), "bytes");

    assertThat(read.levels()).isEqualTo(2);
    assertThat(read.size(1)).isEqualTo(8);
    assertThat(read.words()).isEqualTo(2);
    assertThat(read.classOf("interleukin", 1)).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "'nothing', 'expected a line starting with'",
    "'#clusters\t2\nword\t1\t1\n', 'c.gz:2: expected a word and 1 classes, found 3 fields'",
    "'#clusters\t2\nword\tx\n', 'c.gz:2: expected a whole number, found \"x\"'"
  })
  void names_the_line_of_a_mistake(String content, String message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    assertThatThrownBy(
            () -> WordClusters.read(new ByteArrayInputStream(bytes.toByteArray()), "c.gz"))
        .hasMessageContaining(message);
  }
}
