package org.immunospan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {

  private static final String TEXT = "IL-2 and IL-6";
  private static final int[] BEGINS = {0, 2, 3, 5, 9, 11, 12};
  private static final int[] ENDS = {2, 3, 4, 8, 11, 12, 13};

  @Test
  void shared_forms_are_the_characters_of_the_text() {
    Tokens own = new Tokens(TEXT, BEGINS, ENDS, BEGINS.length);
    Tokens shared = new Tokens(TEXT, BEGINS, ENDS, BEGINS.length, new Forms());

    assertThat(shared.toStrings()).isEqualTo(own.toStrings()).contains("IL", "and");
    assertThat(shared.text(4)).isSameAs(shared.text(0));
    assertThat(shared.within(new Span(3, 8)).toStrings()).containsExactly("2", "and");
    assertThat(own.within(new Span(3, 8)).toStrings()).containsExactly("2", "and");
  }
}
