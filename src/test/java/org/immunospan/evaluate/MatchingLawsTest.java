package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingLawsTest {

  private static final int ROUNDS = 60;

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  private static Map<String, List<Samples.Mark>> documents(Random random) {
    return Map.of("1", Samples.random(random, 14), "2", Samples.random(random, 6));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_compared_with_itself_is_perfect(long seed) {
    Map<String, List<Samples.Mark>> marks = documents(new Random(seed));

    Evaluation evaluation = Samples.evaluate(marks, marks);

    for (Scheme scheme : Scheme.values()) {
      for (int type = 0; type < Samples.TYPES.size(); type++) {
        String name = Samples.TYPES.get(type).type();
        boolean occurs =
            marks.values().stream().flatMap(List::stream).anyMatch(m -> m.type().equals(name));
        assertThat(evaluation.rows(scheme).get(type).f1().value())
            .isEqualTo(Double.valueOf(occurs ? 1.0 : Double.NaN));
      }
    }
    assertThat(evaluation.errors()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void exchanging_the_sides_exchanges_precision_and_recall(long seed) {
    Random random = new Random(seed);
    Map<String, List<Samples.Mark>> one = documents(random);
    Map<String, List<Samples.Mark>> other = documents(random);

    Evaluation there = Samples.evaluate(one, other);
    Evaluation back = Samples.evaluate(other, one);

    for (Scheme scheme : Scheme.values()) {
      for (int row = 0; row < 5; row++) {
        ScoreRow a = there.rows(scheme).get(row);
        ScoreRow b = back.rows(scheme).get(row);
        assertThat(a.precision().value()).isEqualTo(Double.valueOf(b.recall().value()));
        assertThat(a.recall().value()).isEqualTo(Double.valueOf(b.precision().value()));
        assertThat(a.f1().value()).isEqualTo(Double.valueOf(b.f1().value()));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_order_of_marks_does_not_matter(long seed) {
    Random random = new Random(seed);
    List<Samples.Mark> gold = Samples.random(random, 14);
    List<Samples.Mark> system = new ArrayList<>(Samples.random(random, 14));
    Evaluation before = Samples.evaluate(Map.of("1", gold), Map.of("1", system));

    List<Samples.Mark> shuffled = new ArrayList<>(gold);
    Collections.shuffle(shuffled, random);
    Collections.shuffle(system, random);
    Evaluation after = Samples.evaluate(Map.of("1", shuffled), Map.of("1", system));

    for (Scheme scheme : Scheme.values()) {
      assertThat(after.rows(scheme)).isEqualTo(before.rows(scheme));
    }
    assertThat(after.errors()).isEqualTo(before.errors());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_wrong_mark_never_raises_a_score(long seed) {
    Random random = new Random(seed);
    List<Samples.Mark> gold = Samples.random(random, 8);
    List<Samples.Mark> system = Samples.random(random, 8);
    Evaluation before = Samples.evaluate(Map.of("1", gold), Map.of("1", system));
    for (int round = 0; round < ROUNDS; round++) {
      Samples.Mark extra = Samples.random(random, 1).stream().findFirst().orElse(null);
      if (extra == null || system.contains(extra)) {
        continue;
      }
      List<Samples.Mark> more = new ArrayList<>(system);
      more.add(extra);
      Evaluation after = Samples.evaluate(Map.of("1", gold), Map.of("1", more));
      for (Scheme scheme : Scheme.values()) {
        if (!earnsCredit(scheme, extra, gold)) {
          Score old = before.rows(scheme).get(3).score().orElseThrow();
          Score now = after.rows(scheme).get(3).score().orElseThrow();
          assertThat(now.systemCredit()).isEqualTo(old.systemCredit());
          assertThat(now.goldCredit()).isEqualTo(old.goldCredit());
          assertThat(now.system()).isEqualTo(old.system() + 1);
        }
      }
    }
  }

  /** Whether a mark could be right next to any gold mark. */
  private static boolean earnsCredit(Scheme scheme, Samples.Mark mark, List<Samples.Mark> gold) {
    return gold.stream()
        .anyMatch(
            g -> {
              boolean same = g.begin() == mark.begin() && g.end() == mark.end();
              boolean overlap = g.begin() < mark.end() && mark.begin() < g.end();
              boolean type = g.type().equals(mark.type());
              return switch (scheme) {
                case STRICT -> same && type;
                case EXACT -> same;
                case PARTIAL -> overlap;
                case TYPE, OVERLAP -> overlap && type;
              };
            });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void credit_is_as_high_as_the_best_of_all_matchings(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Comparison comparison = comparison(random, 6);
      Map<Scheme, Comparison.Verdicts> verdicts = comparison.verdicts();
      for (Scheme scheme : verdicts.keySet()) {
        int best = best(scheme, comparison.gold(), comparison.system(), 0, new boolean[32]);
        assertThat(credit(verdicts.get(scheme).gold())).isEqualTo(best);
        assertThat(credit(verdicts.get(scheme).system())).isEqualTo(best);
      }
    }
  }

  /** Of random gold and random spans, each with this many mentions at the most. */
  private static Comparison comparison(Random random, int most) {
    return Comparison.of(
        Samples.gold(Map.of("1", Samples.random(random, most))).documents().get("1"),
        Samples.random(random, most).stream().map(Samples.Mark::system).toList(),
        Samples.TYPES);
  }

  private static int credit(List<Verdict> verdicts) {
    return verdicts.stream()
        .mapToInt(v -> v == Verdict.CORRECT ? 2 : v == Verdict.PARTIAL ? 1 : 0)
        .sum();
  }

  /** Tries everything. */
  private static int best(
      Scheme scheme, List<Item> gold, List<Item> system, int from, boolean[] used) {
    if (from == gold.size()) {
      return 0;
    }
    int best = best(scheme, gold, system, from + 1, used);
    for (int j = 0; j < system.size(); j++) {
      int credit = credit(scheme, gold.get(from), system.get(j));
      if (!used[j] && credit > 0) {
        used[j] = true;
        best = Math.max(best, credit + best(scheme, gold, system, from + 1, used));
        used[j] = false;
      }
    }
    return best;
  }

  private static int credit(Scheme scheme, Item g, Item s) {
    boolean type = g.typeIndex() == s.typeIndex();
    return switch (scheme) {
      case STRICT -> g.sameSpan(s) && type ? 2 : 0;
      case EXACT -> g.sameSpan(s) ? 2 : 0;
      case PARTIAL -> g.sameSpan(s) ? 2 : g.overlaps(s) ? 1 : 0;
      case TYPE, OVERLAP -> g.overlaps(s) && type ? 2 : 0;
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void overlap_agrees_with_the_plain_definition(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Comparison comparison = comparison(random, 20);
      for (boolean overlap : new boolean[] {false, true}) {
        assertThat(comparison.matching().pairsWithinTypes(overlap))
            .isEqualTo(plainPairs(comparison.gold(), comparison.system(), overlap));
      }
    }
  }

  /** All pairs, sorted, taken one after the other while both sides are free. */
  private static int[] plainPairs(List<Item> gold, List<Item> system, boolean overlap) {
    List<int[]> candidates = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      for (int j = 0; j < system.size(); j++) {
        Item g = gold.get(i);
        Item s = system.get(j);
        if (g.typeIndex() == s.typeIndex() && g.sameSpan(s)) {
          candidates.add(new int[] {0, 0, i, j});
        } else if (g.typeIndex() == s.typeIndex() && overlap && g.overlaps(s)) {
          candidates.add(new int[] {1, -g.shared(s), i, j});
        }
      }
    }
    candidates.sort(Arrays::compare);
    int[] partner = new int[gold.size()];
    Arrays.fill(partner, -1);
    boolean[] used = new boolean[system.size()];
    for (int[] candidate : candidates) {
      if (partner[candidate[2]] < 0 && !used[candidate[3]]) {
        partner[candidate[2]] = candidate[3];
        used[candidate[3]] = true;
      }
    }
    return partner;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_items_covered_are_the_first_in_order_that_can_be_covered_together(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Comparison comparison =
          Comparison.of(
              Samples.gold(Map.of("1", Samples.random(random, 9))).documents().get("1"),
              Samples.random(random, 9).stream().map(Samples.Mark::system).toList(),
              Samples.TYPES);
      List<Item> gold = comparison.gold();
      List<Item> system = comparison.system();
      boolean[] goldDone = new boolean[gold.size()];
      boolean[] systemDone = new boolean[system.size()];
      for (boolean sameType : new boolean[] {true, false}) {
        Matching.Cover first =
            sameType ? null : comparison.matching().covered(true, goldDone, systemDone, null);
        Matching.Cover cover = comparison.matching().covered(sameType, goldDone, systemDone, first);
        boolean[] firstGold = sameType ? new boolean[gold.size()] : first.gold;
        boolean[] firstSystem = sameType ? new boolean[system.size()] : first.system;
        assertThat(cover.gold).isEqualTo(plainCover(gold, system, sameType, firstGold));
        assertThat(cover.system).isEqualTo(plainCover(system, gold, sameType, firstSystem));
      }
    }
  }

  /** Adds one item after the other if all so far can still be matched; tries everything. */
  private static boolean[] plainCover(
      List<Item> items, List<Item> others, boolean sameType, boolean[] first) {
    boolean[] covered = new boolean[items.size()];
    for (boolean pass : new boolean[] {true, false}) {
      for (int i = 0; i < items.size(); i++) {
        if (!covered[i] && first[i] == pass) {
          covered[i] = true;
          covered[i] = canMatch(items, others, sameType, covered, 0, new boolean[others.size()]);
        }
      }
    }
    return covered;
  }

  private static boolean canMatch(
      List<Item> items,
      List<Item> others,
      boolean sameType,
      boolean[] wanted,
      int from,
      boolean[] used) {
    if (from == items.size()) {
      return true;
    }
    if (!wanted[from]) {
      return canMatch(items, others, sameType, wanted, from + 1, used);
    }
    Item item = items.get(from);
    for (int j = 0; j < others.size(); j++) {
      Item other = others.get(j);
      boolean fits =
          !used[j] && item.overlaps(other) && (!sameType || item.typeIndex() == other.typeIndex());
      if (fits) {
        used[j] = true;
        boolean rest = canMatch(items, others, sameType, wanted, from + 1, used);
        used[j] = false;
        if (rest) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"nested", "crossing", "apart", "nested in a few", "random"})
  void many_items_that_nest_or_cross_take_little_time(String shape) {
    int size = 20_000;
    List<Item> gold = shape(shape, size, 0);
    List<Item> system = shape(shape, size, 1);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Matching matching = new Matching(gold, system);
          matching.pairsForReading();
          Matching.Cover cover =
              matching.covered(false, new boolean[size], new boolean[size], null);
          matching.covered(true, new boolean[size], new boolean[size], cover);
        });
  }

  /** Gold and system are shifted by one, so that no two spans are equal. */
  private static List<Item> shape(String shape, int size, int shift) {
    Random random = new Random(shift);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int begin = 4 * i + shift;
      int end =
          switch (shape) {
            case "nested" -> 8 * size - 4 * i + 2 * shift;
            case "crossing" -> begin + 4 * size + shift;
            case "apart" -> begin + 3;
            case "nested in a few" -> i % 100 == 0 ? begin + 4 * size : begin + 3;
            default -> begin + 1 + random.nextInt(1 << (1 + random.nextInt(16)));
          };
      items.add(new Item(begin, end, shape.equals("random") ? i % 2 : 0, ""));
    }
    items.sort(Item.ORDER);
    return items;
  }
}
