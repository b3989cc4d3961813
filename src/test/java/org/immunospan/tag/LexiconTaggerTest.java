package org.immunospan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconMatcher;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.OneSentence;
import org.immunospan.text.Concept;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Grounding;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;

class LexiconTaggerTest {

  private static final BiomedicalTokenizer TOKENIZER = new BiomedicalTokenizer();

  private static final Lexicon LEXICON =
      new Lexicon(
          Map.of("name", "cells", "version", "3", "type", "CELL"),
          List.of(
              entry("CL:0000084", "T cell", "immune", List.of("T lymphocyte"), List.of("T4")),
              entry("", "accessory cell", "immune", List.of(), List.of()),
              entry("", "T cell receptor", "not", List.of(), List.of())));

  private final Tagger tagger = new LexiconTagger(LexiconMatcher.of(LEXICON, TOKENIZER));

  @Test
  void gives_concept_subtype_source_and_a_score_by_the_kind_of_name() {
    List<Mention> mentions = tagger.tag(OneSentence.of("T cells, T lymphocytes and T4."));

    assertThat(mentions)
        .containsExactly(mention(0, 7, 0.9), mention(9, 22, 0.85), mention(27, 29, 0.7));
  }

  @Test
  void gives_no_concept_for_a_name_without_identifier() {
    assertThat(tagger.tag(OneSentence.of("an accessory cell")))
        .singleElement()
        .satisfies(mention -> assertThat(mention.concepts()).isEmpty());
  }

  @Test
  void reports_neither_a_stop_name_nor_what_lies_in_it() {
    assertThat(tagger.tag(OneSentence.of("The T cell receptor."))).isEmpty();
  }

  @Test
  void finds_no_name_across_two_sentences() {
    String text = "We took T cells";
    Sentence first = new Sentence(1, new Span(0, 9), TOKENIZER.tokenize(text, new Span(0, 9)));
    Sentence second = new Sentence(2, new Span(10, 15), TOKENIZER.tokenize(text, new Span(10, 15)));
    Document document = Document.of("1", "", text);

    assertThat(tagger.tag(new SegmentedDocument(document, List.of(first, second), List.of())))
        .isEmpty();
  }

  @Test
  void a_doubtful_name_is_not_reported() {
    LexiconEntry calcium =
        new LexiconEntry(
            "drugbank:DB1",
            "calcium",
            false,
            "drug",
            List.of(),
            List.of(),
            List.of(),
            List.of("calcium"));
    Lexicon lexicon =
        new Lexicon(Map.of("name", "x", "version", "1", "type", "THERAPY"), List.of(calcium));
    LexiconMatcher matcher = LexiconMatcher.of(lexicon, TOKENIZER);
    SegmentedDocument document = OneSentence.of("Serum calcium was low.");

    assertThat(matcher.match(document.sentences().get(0).tokens()))
        .extracting(LexiconMatcher.Match::kind)
        .containsExactly(LexiconMatcher.NameKind.DOUBTFUL);
    assertThat(new LexiconTagger(matcher).tag(document)).isEmpty();
  }

  private static Mention mention(int begin, int end, double score) {
    return new Mention(
        new Span(begin, end),
        EntityType.CELL,
        "immune",
        Grounding.of(new Concept("CL:0000084", "T cell"), score, "cells-3"),
        score,
        "cells-3");
  }

  private static LexiconEntry entry(
      String identifier, String name, String subtype, List<String> synonyms, List<String> related) {
    return new LexiconEntry(
        identifier, name, true, subtype, synonyms, related, List.of(), List.of());
  }
}
