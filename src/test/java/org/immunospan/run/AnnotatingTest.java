package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotatingTest {

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 5})
  void gives_the_results_in_the_order_of_the_items(int threads) {
    List<Integer> items = IntStream.range(0, 1000).boxed().toList();

    assertThat(results(threads, items, item -> -item, Duration.ofSeconds(60)))
        .isEqualTo(items.stream().map(item -> -item).toList());
  }

  @Test
  void gives_nothing_for_nothing() {
    assertThat(results(2, List.of(), item -> item, Duration.ofSeconds(60))).isEmpty();
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 3})
  void sets_an_item_aside_that_takes_too_long_and_goes_on(int threads) {
    List<Integer> items = IntStream.range(0, 50).boxed().toList();

    List<Integer> results =
        results(
            threads,
            items,
            item -> item == 3 || item == 15 || item == 49 ? endless() : item,
            Duration.ofMillis(1200));

    assertThat(results)
        .isEqualTo(items.stream().map(i -> i == 3 || i == 15 || i == 49 ? -1 : i).toList());
  }

  @Test
  void throws_what_the_work_throws() {
    assertThatThrownBy(
            () ->
                results(
                    1,
                    List.of(1),
                    item -> {
                      throw new IllegalArgumentException("broken");
                    },
                    Duration.ofSeconds(60)))
        .hasRootCauseMessage("broken");
  }

  private static List<Integer> results(
      int threads,
      List<Integer> items,
      java.util.function.Function<Integer, Integer> work,
      Duration limit) {
    List<Integer> results = new ArrayList<>();
    try (Annotating<Integer, Integer> annotating =
        new Annotating<>(threads, work, item -> -1, limit)) {
      Iterator<List<Integer>> batches = annotating.inOrder(items.iterator());
      while (batches.hasNext()) {
        results.addAll(batches.next());
      }
    }
    return results;
  }

  /** Works until it is interrupted. */
  private static int endless() {
    int sum = 0;
    while (!Thread.currentThread().isInterrupted()) {
      sum++;
    }
    return sum;
  }
}
