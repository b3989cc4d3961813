package org.immunospan.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.immunospan.lexicon.LexiconMatcher.NameKind;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lexicons in {@code models/}, by examples that a biologist can extend. */
class ShippedLexiconsTest {

  private static final BiomedicalTokenizer TOKENIZER = new BiomedicalTokenizer();

  private static final Map<String, LexiconMatcher> MATCHERS =
      Map.of("cells", matcher("cells"), "therapies", matcher("therapies"));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(
      resources = "/golden/lexicon/shipped.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      quoteCharacter = '\u0000',
      emptyValue = "")
  void finds_what_papers_write(String lexicon, String sentence, String expected) {
    Tokens tokens = TOKENIZER.tokenize(sentence, new Span(0, sentence.length()));

    String found =
        MATCHERS.get(lexicon).match(tokens).stream()
            .filter(match -> match.entry().isMention() && match.kind() != NameKind.DOUBTFUL)
            .map(
                match ->
                    "%s=%s/%s"
                        .formatted(
                            tokens.span(match.firstToken(), match.lastToken()).of(sentence),
                            match.entry().identifier(),
                            match.entry().subtype()))
            .collect(Collectors.joining("; "));

    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cells", "therapies"})
  void has_no_problem(String lexicon) {
    assertThat(LexiconCheck.problems(MATCHERS.get(lexicon).lexicon(), TOKENIZER)).isEmpty();
  }

  @Test
  void immune_cells_are_told_apart_by_ancestry() {
    Lexicon cells = MATCHERS.get("cells").lexicon();

    List<String> immune =
        List.of("CL:0000084", "CL:0000129", "CL:0000127", "CL:0000557", "CL:0000097", "CL:0000037");
    List<String> other =
        List.of("CL:0000057", "CL:0000540", "CL:0000232", "CL:0000233", "CL:0000050", "CL:0000556");

    assertThat(immune).allMatch(id -> subtype(cells, id).equals("immune"));
    assertThat(other).allMatch(id -> subtype(cells, id).equals("other"));
    assertThat(cells.ancestors("CL:0000084")).contains("CL:0000738");
  }

  private static String subtype(Lexicon lexicon, String identifier) {
    return lexicon.findEntry(identifier).orElseThrow().subtype();
  }

  private static LexiconMatcher matcher(String name) {
    try {
      return LexiconMatcher.of(LexiconReader.read(Path.of("models", name + ".tsv")), TOKENIZER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
