package org.immunospan.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.segment.BiomedicalTokenizer;
import org.junit.jupiter.api.Test;

class WordClusterTrainerTest {

  @Test
  void brings_words_of_like_surroundings_into_one_class() {
    WordClusters clusters = train(1);

    assertThat(clusters.classOf("kinase", 0)).isEqualTo(clusters.classOf("receptor", 0));
    assertThat(clusters.classOf("mice", 0)).isEqualTo(clusters.classOf("rats", 0));
    assertThat(clusters.classOf("kinase", 0)).isNotEqualTo(clusters.classOf("mice", 0));
  }

  @Test
  void gives_the_same_bytes_for_the_same_seed() throws IOException {
    assertThat(bytes(train(7))).isEqualTo(bytes(train(7)));
  }

  private static WordClusters train(long seed) {
    return new WordClusterTrainer(new BiomedicalTokenizer(), new int[] {4}, seed, line -> {})
        .train(texts());
  }

  private static List<String> texts() {
    Random random = new Random(3);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      String product = random.nextBoolean() ? "kinase" : "receptor";
      String animal = random.nextBoolean() ? "mice" : "rats";
      texts.add("The purified " + product + " binds. We fed the " + animal + " with chow.");
    }
    return texts;
  }

  private static byte[] bytes(WordClusters clusters) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    clusters.write(bytes);
    return bytes.toByteArray();
  }
}
