package org.immunospan.crf.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LossyCacheTest {

  private static final class Entry extends CacheEntry {
    Entry(long key) {
      super(key);
    }
  }

  @Test
  void what_is_asked_for_stays_and_what_is_not_gives_way() {
    LossyCache<Entry> cache = new LossyCache<>(4);
    for (long key = 1; key <= 4; key++) {
      cache.put(new Entry(key));
    }
    for (int times = 0; times < 3; times++) {
      assertThat(cache.get(4)).isNotNull();
    }
    cache.put(new Entry(5));

    assertThat(cache.get(4)).isNotNull();
    assertThat(cache.get(5)).isNotNull();
    assertThat(cache.get(3)).isNull();
    assertThat(cache.get(6)).isNull();
  }

  @Test
  void never_gives_what_belongs_to_another_key() throws Exception {
    LossyCache<Entry> cache = new LossyCache<>(16);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    Callable<Integer> user =
        () -> {
          int wrong = 0;
          for (int i = 0; i < 300_000; i++) {
            long key = i * 31L % 37;
            Entry found = cache.get(key);
            if (found == null) {
              cache.put(new Entry(key));
            } else if (found.key != key) {
              wrong++;
            }
          }
          return wrong;
        };
    try {
      for (Future<Integer> wrong : threads.invokeAll(List.of(user, user, user))) {
        assertThat(wrong.get()).isZero();
      }
    } finally {
      threads.shutdown();
    }
  }
}
