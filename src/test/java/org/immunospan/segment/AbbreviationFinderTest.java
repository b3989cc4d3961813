package org.immunospan.segment;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.RandomText;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AbbreviationFinderTest {

  private final AbbreviationFinder finder = new AbbreviationFinder();

  @GoldenTable("segment/abbreviations.tsv")
  void pairs_short_and_long_forms(Row row) {
    String text = row.get("text");

    String actual =
        find(text).stream()
            .map(a -> a.shortForm().of(text) + " = " + a.longForm().of(text))
            .collect(joining("; "));

    assertThat(actual).isEqualTo(row.get("pairs"));
  }

  @Test
  void looks_at_nothing_outside_the_sentence() {
    String text = "Natural killer. Cells (NKC) died";

    assertThat(finder.find(text, new Span(16, text.length()))).isEmpty();
  }

  @Test
  void the_long_form_has_at_most_twice_as_many_words_as_the_short_form_has_characters() {
    assertThat(find("alpha one two three beta (AB) cells")).isEmpty();
    assertThat(find("alpha one two beta (AB) cells")).hasSize(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void pairs_are_disjoint_slices_with_the_letters_in_order(long seed) {
    String text = withBrackets(seed);

    for (Abbreviation pair : find(text)) {
      String longForm = pair.longForm().of(text);
      String shortForm = pair.shortForm().of(text);
      int begin = pair.longForm().begin();
      assertThat(pair.longForm().overlaps(pair.shortForm())).isFalse();
      assertThat(pair.longForm().end()).isLessThanOrEqualTo(text.length());
      assertThat(begin == 0 || !Character.isLetterOrDigit(text.charAt(begin - 1))).isTrue();
      assertThat(longForm).isEqualTo(longForm.strip());
      assertThat(shortForm).hasSizeBetween(2, 10);
      assertThat(isSubsequence(shortForm, longForm)).as(shortForm + " in " + longForm).isTrue();
    }
  }

  @Test
  void random_text_holds_pairs_at_all() {
    long pairs = seeds().map(seed -> find(withBrackets(seed)).size()).sum();

    assertThat(pairs).isGreaterThan(100);
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private List<Abbreviation> find(String text) {
    return text.isEmpty() ? List.of() : finder.find(text, new Span(0, text.length()));
  }

  /** Random text with initials of its words in brackets here and there. */
  private static String withBrackets(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    for (String word : RandomText.of(seed).split(" ", -1)) {
      text.append(word).append(' ');
      if (!word.isEmpty()) {
        initials.append(word.charAt(0));
      }
      if (random.nextInt(5) == 0) {
        int from = Math.max(0, initials.length() - 2 - random.nextInt(4));
        text.append('(').append(initials.substring(from)).append(") ");
      }
    }
    return text.toString();
  }

  private static boolean isSubsequence(String shortForm, String longForm) {
    int at = 0;
    String lower = lowerCase(longForm);
    String letters = lowerCase(shortForm);
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        at = lower.indexOf(c, at) + 1;
        if (at == 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      lower.setCharAt(i, Character.toLowerCase(lower.charAt(i)));
    }
    return lower.toString();
  }
}
