package org.immunospan.crf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ViterbiTest {

  @Test
  void finds_the_best_of_all_label_sequences() {
    Random random = new Random(7);
    int size = Chains.BILOU.size();
    for (int round = 0; round < 200; round++) {
      int length = 1 + random.nextInt(7);
      int[] scores = random.ints((long) length * size, -1000, 1000).toArray();
      int[] transitions = random.ints((long) size * size, -1000, 1000).toArray();
      double[] realScores = Arrays.stream(scores).asDoubleStream().toArray();
      double[] realTransitions = Arrays.stream(transitions).asDoubleStream().toArray();
      List<int[]> paths = Chains.paths(Chains.BILOU, length);
      int[] best =
          paths.stream()
              .max(
                  Comparator.comparingDouble(
                      p -> Chains.score(realScores, realTransitions, size, p)))
              .orElseThrow();
      int[] found = new int[length];
      new Viterbi(Chains.BILOU, transitions).run(scores, 0, length, found);
      assertThat(Chains.score(realScores, realTransitions, size, found))
          .isEqualTo(Chains.score(realScores, realTransitions, size, best));
      assertThat(paths).anyMatch(p -> Arrays.equals(p, found));
    }
  }

  @Test
  void never_breaks_the_rules_of_labels_however_much_the_scores_want_it() {
    int size = Chains.BILOU.size();
    int[] scores = new int[3 * size];
    for (int t = 0; t < 3; t++) {
      scores[t * size + Chains.BILOU.names().indexOf("gene-cont")] = Integer.MAX_VALUE / 2;
    }
    int[] found = new int[3];
    new Viterbi(Chains.BILOU, new int[size * size]).run(scores, 0, 3, found);
    assertThat(Arrays.stream(found).mapToObj(Chains.BILOU::name))
        .containsExactly("gene-start", "gene-cont", "gene-last");
  }
}
