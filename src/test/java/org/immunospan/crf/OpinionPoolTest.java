package org.immunospan.crf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpinionPoolTest {

  private static final Map<String, String> POOL =
      Map.of("Optimiser", "adagrad", "Pool", "4", "Own", "150", "Epochs", "6");

  @TempDir Path folder;

  @Test
  void the_mean_of_its_members_finds_the_names() throws IOException {
    NameFinderME finder = new NameFinderME(Toy.train(POOL));
    int right = 0;
    int all = 0;
    for (NameSample sample : Toy.samples(2, 200)) {
      all += sample.getNames().length;
      for (var found : finder.find(sample.getSentence())) {
        for (var name : sample.getNames()) {
          right += found.getStart() == name.getStart() && found.getEnd() == name.getEnd() ? 1 : 0;
        }
      }
    }
    assertThat((double) right / all).isGreaterThan(0.9);
  }

  @Test
  void the_seed_decides_which_features_are_left_out() throws IOException {
    Path one = folder.resolve("1.bin");
    Path again = folder.resolve("again.bin");
    Path two = folder.resolve("2.bin");
    ModelFile.write(Toy.train(POOL), one);
    ModelFile.write(Toy.train(POOL), again);
    Map<String, String> other = new HashMap<>(POOL);
    other.put("Seed", "2");
    ModelFile.write(Toy.train(other), two);
    assertThat(again).hasSameBinaryContentAs(one);
    assertThat(Files.mismatch(one, two)).isNotNegative();
  }
}
