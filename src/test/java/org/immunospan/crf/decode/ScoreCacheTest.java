package org.immunospan.crf.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunospan.crf.WeightTable;
import org.junit.jupiter.api.Test;

class ScoreCacheTest {

  private static final long FEATURE = 12345;

  private static WeightTable table(short weight) {
    WeightTable table = new WeightTable(2, 1);
    int slot = table.put(WeightTable.fingerprint(FEATURE));
    table.set(slot, 0, weight);
    table.set(slot, 1, (short) -1);
    return table;
  }

  @Test
  void keeps_what_was_looked_up_once() {
    ScoreCache cache = new ScoreCache(table((short) 7), 4);
    int[] scores = new int[8];

    assertThat(cache.add(99, scores, 2)).isFalse();
    cache.lookups().ask(FEATURE, cache.addLater(99, 2) + 2);
    cache.settle(scores);
    assertThat(cache.add(99, scores, 0)).isTrue();

    assertThat(scores).containsExactly(0, 0, 7, -1, 7, -1, 0, 0);
  }

  @Test
  void sums_too_large_for_its_numbers_are_right_but_not_kept() {
    ScoreCache cache = new ScoreCache(table((short) 30_000), 2);
    int[] scores = new int[2];

    for (int times = 0; times < 2; times++) {
      assertThat(cache.add(99, scores, 0)).isFalse();
      int place = cache.addLater(99, 0);
      cache.lookups().ask(FEATURE, place);
      cache.lookups().ask(FEATURE, place);
      cache.settle(scores);
    }

    assertThat(scores).containsExactly(120_000, -4);
  }

  @Test
  void of_two_slots_the_key_that_was_asked_for_last_stays() {
    ScoreCache cache = new ScoreCache(table((short) 7), 2, 2);
    int[] scores = new int[2];
    for (long key = 1; key <= 2; key++) {
      cache.addLater(key, 0);
      cache.settle(scores);
    }
    assertThat(cache.add(2, scores, 0)).isTrue();

    cache.addLater(3, 0);
    cache.settle(scores);

    assertThat(cache.add(1, scores, 0)).isFalse();
    assertThat(cache.add(2, scores, 0)).isTrue();
    assertThat(cache.add(3, scores, 0)).isTrue();
  }

  @Test
  void keeps_what_it_knows_while_it_grows() {
    ScoreCache cache = new ScoreCache(table((short) 7), 2);
    int[] scores = new int[2];
    int keys = 100_000;

    for (long key = 1; key <= keys; key++) {
      cache.lookups().ask(FEATURE, cache.addLater(key, 0));
      cache.settle(scores);
    }
    scores = new int[2];
    int known = 0;
    for (long key = 1; key <= keys; key++) {
      known += cache.add(key, scores, 0) ? 1 : 0;
    }

    assertThat(known).isGreaterThan(keys / 2);
    assertThat(scores).containsExactly(7 * known, -known);
  }
}
