package org.immunospan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
  void a_preferred_mention_replaces_those_of_its_type_that_it_overlaps() {
    assertThat(Overlaps.replace(List.of(cell(0, 4), cell(4, 6), cell(8, 9)), List.of(cell(2, 5))))
        .containsExactly(cell(2, 5), cell(8, 9));
  }

  @Test
  void types_do_not_disturb_each_other() {
    Mention gene = Mention.of(new Span(0, 3), EntityType.GENE);

    assertThat(Overlaps.replace(List.of(cell(0, 9)), List.of(gene)))
        .containsExactlyInAnyOrder(cell(0, 9), gene);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keeps_all_preferred_mentions_and_exactly_those_others_that_overlap_none(long seed) {
    Random random = new Random(seed);
    List<Mention> preferred = disjoint(random);
    List<Mention> others = disjoint(random);
    List<Mention> expected = new ArrayList<>(preferred);
    for (Mention other : others) {
      if (preferred.stream().noneMatch(mention -> mention.span().overlaps(other.span()))) {
        expected.add(other);
      }
    }

    assertThat(Overlaps.replace(others, preferred)).isEqualTo(expected);
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  private static List<Mention> disjoint(Random random) {
    List<Mention> mentions = new ArrayList<>();
    int end = 0;
    while (end < 40) {
      int begin = end + random.nextInt(6);
      end = begin + 1 + random.nextInt(8);
      mentions.add(cell(begin, end));
    }
    return mentions;
  }

  private static Mention cell(int begin, int end) {
    return Mention.of(new Span(begin, end), EntityType.CELL);
  }
}
