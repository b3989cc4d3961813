package org.immunospan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverlapsTest {

  @Test
  void the_longer_stays() {
    assertThat(Overlaps.resolve(List.of(cell(0, 4, 0.9), cell(2, 8, 0.1), cell(8, 9, 0.1))))
        .containsExactly(cell(2, 8, 0.1), cell(8, 9, 0.1));
  }

  @Test
  void of_equally_long_ones_the_first_stays() {
    assertThat(Overlaps.resolve(List.of(cell(2, 6, 0.9), cell(0, 4, 0.1))))
        .containsExactly(cell(0, 4, 0.1));
  }

  @Test
  void at_the_same_place_the_higher_score_stays_and_an_unknown_score_counts_as_zero() {
    assertThat(
            Overlaps.resolve(
                List.of(cell(0, 4, Double.NaN), cell(0, 4, 0.1), cell(0, 4, 0.5), cell(0, 4, 0.2))))
        .containsExactly(cell(0, 4, 0.5));
  }

  @Test
  void types_do_not_disturb_each_other() {
    Mention gene = Mention.of(new Span(0, 3), EntityType.GENE);

    assertThat(Overlaps.resolve(List.of(cell(0, 9, 0.5), gene)))
        .containsExactly(cell(0, 9, 0.5), gene);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_stays_is_disjoint_sorted_and_independent_of_the_order_given(long seed) {
    Random random = new Random(seed);
    List<Mention> mentions = new ArrayList<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      int begin = random.nextInt(40);
      mentions.add(cell(begin, begin + 1 + random.nextInt(8), random.nextInt(10) / 10.0));
    }

    List<Mention> kept = Overlaps.resolve(mentions);
    Collections.shuffle(mentions, random);

    assertThat(Overlaps.resolve(mentions)).isEqualTo(kept);
    assertThat(kept).isSortedAccordingTo(Mention.ORDER);
    for (int i = 1; i < kept.size(); i++) {
      assertThat(kept.get(i).span().overlaps(kept.get(i - 1).span())).isFalse();
    }
    assertThat(mentions).allMatch(m -> kept.stream().anyMatch(k -> k.span().overlaps(m.span())));
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  private static Mention cell(int begin, int end, double score) {
    return Mention.of(new Span(begin, end), EntityType.CELL).withScore(score);
  }
}
