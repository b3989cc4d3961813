package org.immunospan.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.RandomText;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class TermTrieTest {

  private static final BiomedicalTokenizer TOKENIZER = new BiomedicalTokenizer();

  @ParameterizedTest(name = "{0} in \"{1}\": {2}, {3}")
  @CsvFileSource(
      resources = "/golden/lexicon/same-name.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      quoteCharacter = '\u0000')
  void knows_which_spellings_are_the_same_name(String name, String text, String found, String why) {
    TermTrie trie = TermTrie.builder(TOKENIZER).add(name, 7).build();

    assertThat(trie.match(tokens(text)).stream().map(TermMatch::value).toList())
        .as(why)
        .isEqualTo(found.equals("yes") ? List.of(7) : List.of());
  }

  @Test
  void takes_the_longest_name_at_the_leftmost_place() {
    assertThat(found("the red dog barks", "the", "red dog", "the red dog barks loud", "the red"))
        .containsExactly("the red");
  }

  @Test
  void finds_a_name_at_the_very_end_of_the_sentence() {
    assertThat(found("a bold macrophage", "macrophage")).containsExactly("macrophage");
  }

  @Test
  void falls_back_to_the_shorter_name_when_the_longer_breaks_off() {
    assertThat(found("a b c x", "a", "a b", "a b c d", "c")).containsExactly("a b", "c");
  }

  @Test
  void falls_back_to_the_shorter_name_when_the_case_of_the_longer_differs() {
    assertThat(found("A b", "A", "A B")).containsExactly("A");
  }

  @Test
  void covers_the_brackets_around_a_plus_and_leaves_the_sign_of_trade_out() {
    assertThat(found("in CD4(+) cells", "CD4+")).containsExactly("CD4(+)");
    assertThat(found("Humira® given", "Humira")).containsExactly("Humira");
  }

  @Test
  void gives_the_value_that_was_added_first_among_those_whose_case_fits() {
    TermTrie trie = TermTrie.builder(TOKENIZER).add("ROD", 1).add("rod", 2).add("rods", 3).build();

    assertThat(trie.match(tokens("rod ROD")).stream().map(TermMatch::value)).containsExactly(2, 1);
  }

  @Test
  void refuses_an_empty_name() {
    assertThatThrownBy(() -> TermTrie.builder(TOKENIZER).add(" ", 1))
        .hasMessage("expected a name, found only white space");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agrees_with_the_naive_search(long seed) {
    List<String> names = randomNames(seed);
    TermTrie.Builder builder = TermTrie.builder(TOKENIZER);
    for (int i = 0; i < names.size(); i++) {
      builder.add(names.get(i), i);
    }
    TermTrie trie = builder.build();
    NaiveTermSearch naive = new NaiveTermSearch(names, TOKENIZER);

    for (long text = 0; text < 10; text++) {
      Tokens tokens = tokens(RandomText.of(1000 * seed + text));
      assertThat(trie.match(tokens)).isEqualTo(naive.match(tokens));
    }
  }

  @Test
  void random_names_are_found_often_enough_for_the_law_to_mean_something() {
    int matches = 0;
    for (long seed = 0; seed < 40; seed++) {
      NaiveTermSearch naive = new NaiveTermSearch(randomNames(seed), TOKENIZER);
      matches += naive.match(tokens(RandomText.of(1000 * seed))).size();
    }
    assertThat(matches).isGreaterThan(100);
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  /** Slices of random text, so that they occur in other random text too. */
  private static List<String> randomNames(long seed) {
    Random random = new Random(seed);
    Map<String, Integer> names = new TreeMap<>();
    for (int i = 0; i < 150; i++) {
      Tokens tokens = tokens(RandomText.of(random.nextInt(100_000)));
      if (tokens.size() > 0) {
        int first = random.nextInt(tokens.size());
        int last = Math.min(tokens.size() - 1, first + random.nextInt(4));
        String name = tokens.span(first, last).of(tokens.documentText());
        String form =
            switch (random.nextInt(4)) {
              case 0 -> name.toUpperCase(Locale.ROOT);
              case 1 -> "=" + name;
              default -> name;
            };
        names.put(form, i);
      }
    }
    return new ArrayList<>(names.keySet());
  }

  private static List<String> found(String text, String... names) {
    TermTrie.Builder builder = TermTrie.builder(TOKENIZER);
    for (String name : names) {
      builder.add(name, 0);
    }
    Tokens tokens = tokens(text);
    return builder.build().match(tokens).stream()
        .map(match -> tokens.span(match.firstToken(), match.lastToken()).of(text))
        .toList();
  }

  private static Tokens tokens(String text) {
    return text.isEmpty()
        ? new Tokens("", new int[0], new int[0], 0)
        : TOKENIZER.tokenize(text, new Span(0, text.length()));
  }
}
