package org.immunospan.crf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.immunospan.text.RandomText;
import org.junit.jupiter.api.Test;

class FeatureKeyTest {

  @Test
  void the_key_of_a_text_follows_from_the_keys_of_its_pieces() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      String text = RandomText.of(random.nextLong());
      int cut = random.nextInt(text.length() + 1);
      String right = text.substring(cut);
      assertThat(
              FeatureKey.join(
                  FeatureKey.of(text.substring(0, cut)),
                  FeatureKey.of(right),
                  FeatureKey.power(right.length())))
          .isEqualTo(FeatureKey.of(text));
    }
  }

  @Test
  void a_million_similar_texts_have_distinct_fingerprints() {
    Set<Long> fingerprints = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      for (int j = 0; j < 1000; j++) {
        fingerprints.add(WeightTable.fingerprint(FeatureKey.of("w[0]|w[1]=a" + i + "|b" + j)));
      }
    }
    assertThat(fingerprints).hasSize(1_000_000);
  }
}
