package org.immunospan.gene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.OneSentence;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneRulesTest {

  private static GeneRules rules;

  @BeforeAll
  static void readRules() throws IOException {
    rules = GeneRules.read(FileSource.of(Path.of("models")));
  }

  /** In the text, brackets stand around what the model has found. */
  @GoldenTable("gene/rules.tsv")
  void keeps_the_name_and_nothing_else(Row row) {
    assertThat(refined(row.get("marked"))).isEqualTo(row.get("expected"));
  }

  /** Each of these overflowed the stack or took time with the square of its length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "LC-MS/",
        "[TNF] ",
        "[TNF] (a) ",
        "complement ",
        "TNF (tumour necrosis factor) ",
        "([TNF] ",
        "[IL] (IL)-",
        "[CD]4, ",
        "-",
        "HP (healthy people) [HP] ",
        "interleukin 1, "
      })
  void long_texts_take_no_longer_than_their_length_asks(String piece) {
    String marked = piece.repeat(20_000);

    assertTimeout(Duration.ofSeconds(20), () -> refined(marked));
  }

  private static String refined(String marked) {
    StringBuilder plain = new StringBuilder();
    List<Mention> mentions = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '[') {
        begin = plain.length();
      } else if (c == ']') {
        mentions.add(Mention.of(new Span(begin, plain.length()), EntityType.GENE));
      } else {
        plain.append(c);
      }
    }
    String text = plain.toString();
    return rules.refine(OneSentence.of(text), mentions).stream()
        .map(mention -> mention.span().of(text))
        .collect(Collectors.joining("|"));
  }
}
