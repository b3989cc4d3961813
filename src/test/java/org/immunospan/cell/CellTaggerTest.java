package org.immunospan.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunospan.crf.ModelFile;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.Tagger;
import org.immunospan.text.Document;
import org.immunospan.text.Marker;
import org.immunospan.text.Mention;
import org.immunospan.text.RandomText;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped model adds to lexicon and grammar, and what it leaves alone. */
class CellTaggerTest {

  private static Tagger tagger;
  private static SentenceSplitter splitter;

  @BeforeAll
  static void readModels() throws IOException {
    CellGrammarTagger cells =
        CellGrammarTagger.read(FileSource.of(Path.of("models")), new BiomedicalTokenizer());
    try (InputStream in = Files.newInputStream(Path.of("models/cell.bin"))) {
      tagger = CellTagger.with(cells, true).load(in, "cells").get();
    }
    try (InputStream in = Files.newInputStream(Path.of("models/sentences.bin"))) {
      splitter = SentenceSplitter.load(in).get();
    }
  }

  @ParameterizedTest(name = "{0} ({1})")
  @CsvFileSource(resources = "/golden/cell/decisions.tsv", delimiter = '\t', numLinesToSkip = 1)
  void decides(String marked, String why) {
    String text = marked.replaceAll("[\\[\\]]", "");

    StringBuilder found = new StringBuilder(text);
    List<Mention> mentions = tagger.tag(segmented(text));
    for (int i = mentions.size() - 1; i >= 0; i--) {
      found.insert(mentions.get(i).span().end(), ']').insert(mentions.get(i).span().begin(), '[');
    }

    assertThat(found).as(why).hasToString(marked);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mentions_of_any_text_are_sorted_and_disjoint_and_have_a_score(long seed) {
    String text = RandomText.of(seed) + " CD4+CD25(hi T and/or B-cells (NK " + RandomText.of(-seed);

    int end = 0;
    for (Mention mention : tagger.tag(segmented(text))) {
      assertThat(mention.span().begin()).isGreaterThanOrEqualTo(end);
      assertThat(mention.score()).isBetween(0.0, 1.0);
      end = mention.span().end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  @Test
  void no_likely_cell_is_in_a_sentence_that_is_left_out() throws IOException {
    FastDecoder decoder = FastDecoder.of(ModelFile.read(Path.of("models/cell.bin")));
    CellGrammarTagger grammar =
        CellGrammarTagger.read(FileSource.of(Path.of("models")), new BiomedicalTokenizer());

    int all = 0;
    int leftOut = 0;
    for (String line : Files.readAllLines(Path.of("corpora/demo/abstracts.xml"))) {
      SegmentedDocument document = segmented(line);
      CellGrammarTagger.Reading reading = grammar.readAll(document);
      for (int i = 0; i < document.sentences().size(); i++) {
        Sentence sentence = document.sentences().get(i);
        String[][] evidence = CellGrammarTagger.evidence(sentence, i, reading);
        all++;
        if (!CellArbiter.mayHoldCell(sentence, i, reading, decoder)) {
          leftOut++;
          assertThat(decoder.find(sentence.tokens(), evidence))
              .as(line)
              .noneMatch(found -> found.probability() >= CellArbiter.LIKELY);
        }
      }
    }
    assertThat(leftOut).isGreaterThan(all / 4);
  }

  @Test
  void markers_are_where_the_text_has_them() {
    String text =
        "The complex keeps naive T cells quiescent. Its loss led to spontaneous losses of"
            + " quiescence and cellularity, especially within the CD8 subset. The rates of CD4"
            + " count fell.";

    List<Marker> markers =
        tagger.tag(segmented(text)).stream().flatMap(cell -> cell.markers().stream()).toList();

    assertThat(markers).isNotEmpty();
    assertThat(markers).allSatisfy(m -> assertThat(m.span().of(text)).isEqualTo(m.name()));
  }

  private static SegmentedDocument segmented(String text) {
    return splitter.segment(Document.of("1", "", text));
  }
}
