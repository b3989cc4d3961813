package org.immunospan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormCacheTest {

  /** {@code Aa} and {@code BB} have the same hash, and so have what is made of them. */
  private static final String[] SAME_HASH = {"AaAa", "AaBB", "BBAa"};

  @Test
  void knows_what_it_was_told_by_an_equal_form() {
    FormCache<Integer> cache = new FormCache<>(16);

    assertThat(cache.get("IL")).isNull();
    cache.put("IL", 2);

    assertThat(cache.get(new String(new char[] {'I', 'L'}))).isEqualTo(2);
    assertThat(cache.get("il")).isNull();
  }

  @Test
  void forms_of_one_hash_are_told_apart_and_the_one_asked_for_stays() {
    FormCache<Integer> cache = new FormCache<>(2);
    cache.put(SAME_HASH[0], 0);
    cache.put(SAME_HASH[1], 1);
    assertThat(cache.get(SAME_HASH[0])).isEqualTo(0);
    assertThat(cache.get(SAME_HASH[1])).isEqualTo(1);

    cache.put(SAME_HASH[2], 2);

    assertThat(cache.get(SAME_HASH[0])).isNull();
    assertThat(cache.get(SAME_HASH[1])).isEqualTo(1);
    assertThat(cache.get(SAME_HASH[2])).isEqualTo(2);
  }
}
