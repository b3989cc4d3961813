package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void draws_a_bar_where_the_size_is_known() {
    assertThat(Progress.line(1500, 0, 2, 0.5))
        .isEqualTo("[###############---------------]  50 %  1,500 documents  750/s  2 s left   ");
  }

  @Test
  void does_not_count_the_documents_of_an_interrupted_run_for_the_speed() {
    assertThat(Progress.line(1500, 1000, 2, 0.75)).endsWith("  75 %  1,500 documents  250/s   ");
  }

  @Test
  void draws_no_bar_for_standard_input() {
    assertThat(Progress.line(3, 0, 0, Double.NaN)).isEqualTo("3 documents  0/s   ");
  }
}
