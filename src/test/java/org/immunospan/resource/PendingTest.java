package org.immunospan.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PendingTest {

  @Test
  void makes_values_side_by_side() {
    CountDownLatch both = new CountDownLatch(2);
    Pending<String> first = Pending.of("first", () -> meet(both, "a"));
    Pending<String> second = Pending.of("second", () -> meet(both, "b"));

    assertThat(first.get() + second.get()).isEqualTo("ab");
  }

  @Test
  void throws_what_was_thrown_each_time_it_is_asked() {
    IllegalArgumentException fault = new IllegalArgumentException("bad model");
    Pending<String> pending =
        Pending.of(
            "bad",
            () -> {
              throw fault;
            });

    assertThatThrownBy(pending::get).isSameAs(fault);
    assertThatThrownBy(pending::get).isSameAs(fault);
  }

  @Test
  void throws_a_fault_of_reading_unchecked() {
    IOException fault = new IOException("cut");
    Pending<String> pending =
        Pending.of(
            "cut",
            () -> {
              throw fault;
            });

    assertThatThrownBy(pending::get).isInstanceOf(UncheckedIOException.class).hasCause(fault);
  }

  @Test
  void says_what_was_waited_for_when_it_is_interrupted() {
    Pending<String> pending = Pending.of("slow", () -> meet(new CountDownLatch(2), "a"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(pending::get).hasMessage("interrupted while waiting for slow");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static String meet(CountDownLatch both, String value) throws InterruptedException {
    both.countDown();
    both.await();
    return value;
  }
}
