package org.immunospan.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusionsTest {

  private static final String LONG =
      "The invented receptor QRX1 binds to vimodin in every plonk that was looked at so far.";

  @ParameterizedTest
  @CsvSource({
    "123, 123",
    "PMID-123, 123",
    "PMID-123-04-Results, 123",
    "123.a, 123",
    "P00001T0001, P00001T0001",
  })
  void finds_the_pmid_in_an_identifier(String id, String pmid) {
    assertThat(Exclusions.pmid(id)).isEqualTo(pmid);
  }

  @Test
  void knows_an_abstract_under_another_identifier_title_and_punctuation() {
    Exclusions exclusions = new Exclusions();
    exclusions.add("1", "A title. " + LONG);

    assertThat(exclusions.cover("PMID-1", "")).isTrue();
    assertThat(exclusions.cover("2", "Another title.\n" + LONG.toUpperCase(java.util.Locale.ROOT)))
        .isTrue();
    assertThat(exclusions.cover("2", LONG.replace("plonk", "plank"))).isFalse();
  }

  @Test
  void knows_a_sentence_in_an_abstract() {
    Exclusions exclusions = new Exclusions();
    exclusions.add("P1", LONG);

    assertThat(exclusions.cover("2", "We begin. " + LONG + " We end.")).isTrue();
  }

  @Test
  void does_not_know_short_texts_by_what_they_say() {
    Exclusions exclusions = new Exclusions();
    exclusions.add("1", "Results.");

    assertThat(exclusions.cover("2", "Results.")).isFalse();
  }

  @Test
  void texts_for_clusters_are_taken_once_and_without_the_excluded() {
    Exclusions exclusions = new Exclusions();
    exclusions.add("1", LONG);
    ClusterTexts texts = new ClusterTexts(exclusions);

    texts.add("2", "Vimodin\n is  a plonk.");
    texts.add("3", "vimodin is a PLONK");
    texts.add("4", LONG);
    texts.add("1", "Another text.");

    assertThat(texts.texts()).containsExactly("Vimodin is a plonk.");
  }
}
