package org.immunospan.crf.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedValuesTest {

  private static final List<List<String>> VALUES =
      List.of(List.of("a"), List.of(), List.of("bc", "d"), List.of("left"));

  @Test
  void some_attributes_get_other_values_and_the_rest_stays() {
    List<List<String>> changed = Arrays.asList(null, null, null, List.of("right", "both"));

    long[] values = PackedValues.with(changed, PackedValues.of(VALUES));

    assertThat(values)
        .isEqualTo(
            PackedValues.of(
                List.of(List.of("a"), List.of(), List.of("bc", "d"), List.of("right", "both"))));
  }

  @Test
  void some_attributes_keep_their_values_and_the_others_have_none() {
    boolean[] kept = {false, true, true, false};

    assertThat(PackedValues.only(kept, PackedValues.of(VALUES)))
        .isEqualTo(PackedValues.of(List.of(List.of(), List.of(), List.of("bc", "d"), List.of())));
  }

  @Test
  void the_key_of_an_attribute_depends_on_all_its_values_in_order() {
    long[] values = PackedValues.of(VALUES);

    assertThat(PackedValues.keyOf(2, values))
        .isEqualTo(PackedValues.keyOf(0, PackedValues.of(List.of(List.of("bc", "d")))))
        .isNotEqualTo(PackedValues.keyOf(0, PackedValues.of(List.of(List.of("d", "bc")))))
        .isNotEqualTo(PackedValues.keyOf(0, PackedValues.of(List.of(List.of("bc")))));
    assertThat(PackedValues.keyOf(1, values)).isZero();
  }
}
