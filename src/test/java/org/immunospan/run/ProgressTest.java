package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void draws_a_bar_where_the_size_is_known() {
    assertThat(Progress.line(1500, 2, 0.5))
        .isEqualTo("[###############---------------]  50 %  1,500 documents  750/s   ");
  }

  @Test
  void draws_no_bar_for_standard_input() {
    assertThat(Progress.line(3, 0, Double.NaN)).isEqualTo("3 documents  0/s   ");
  }
}
