package org.immunospan.crf.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import org.immunospan.crf.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnsembleTest {

  private static final Map<String, String> POOL =
      Map.of("Ensemble", "4", "Target", "150", "Epochs", "6");

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

  @ParameterizedTest(name = "{0} members")
  @CsvSource({"1, true", "2, false", "3, false"})
  void only_every_second_member_heeds_the_foreign_sequences(int members, boolean equal) {
    double[] one = weights("x", members);
    double[] other = weights("y", members);

    assertThat(Arrays.equals(one, other)).isEqualTo(equal);
  }

  private static double[] weights(String foreignLabel, int members) {
    TrainingDataBuilder builder = new TrainingDataBuilder();
    builder.add(new String[] {"x", "y"}, new long[][] {{1, 2}, {1, 3}});
    builder.add(new String[] {"y", "y"}, new long[][] {{3}, {1}});
    builder.add(new String[] {foreignLabel, "y"}, new long[][] {{2, 3}, {1}});
    TrainingData data = builder.build(1);
    return new Ensemble(data, new Parameters(data, 1), 1, 0.1, 0)
        .run(2, members, 0.3, 4, 1, member -> {});
  }

  @Test
  void the_seed_decides_the_order_and_which_features_are_left_out() throws IOException {
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
