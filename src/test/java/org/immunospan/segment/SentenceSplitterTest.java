package org.immunospan.segment;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import org.immunospan.text.Document;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.RandomText;
import org.immunospan.text.Section;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceSplitterTest {

  private static final Supplier<SentenceSplitter> SPLITTERS = open(SentenceSplitter::load);

  private final SentenceSplitter splitter = SPLITTERS.get();

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("examples")
  void ends_sentences_where_a_reader_does(String id, String marked, String why) {
    String text = marked.replace("|", "");

    String actual = sentences(text).stream().map(s -> s.span().of(text)).collect(joining(" | "));

    assertThat(actual).isEqualTo(marked.replaceAll(" *\\| *", " | "));
  }

  static List<Arguments> examples() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    SentenceSplitterTest.class.getResourceAsStream(
                        "/golden/segment/sentences.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(fields -> Arguments.of(fields[0], fields[1], fields[2]))
          .toList();
    }
  }

  @Test
  void numbers_sentences_through_the_document_and_keeps_sections_apart() {
    Document document =
        new DocumentBuilder("1")
            .title("Microglia in multiple sclerosis")
            .part("methods", "We stained tissue. We counted cells")
            .part("results", "cells were many.")
            .build();

    List<Sentence> sentences = splitter.segment(document).sentences();

    assertThat(sentences).extracting(Sentence::number).containsExactly(1, 2, 3, 4);
    assertThat(sentences)
        .extracting(sentence -> sentence.span().of(document.text()))
        .containsExactly(
            "Microglia in multiple sclerosis",
            "We stained tissue.",
            "We counted cells",
            "cells were many.");
  }

  @Test
  void a_blank_line_ends_a_paragraph_and_a_single_line_break_does_not() {
    String text = "T cells were\nsorted by hand \n \n and then frozen\n\n";

    assertThat(sentences(text))
        .extracting(sentence -> sentence.span().of(text))
        .containsExactly("T cells were\nsorted by hand", "and then frozen");
  }

  @Test
  void a_section_of_white_space_has_no_sentence() {
    assertThat(sentences(" \n\u00a0\t\n ")).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void sentences_are_sorted_and_cover_everything_but_white_space(long seed) {
    String text = RandomText.of(seed) + "\n\n" + RandomText.of(seed + 1000);
    Document document = Document.of("x", RandomText.of(seed + 2000), text);

    List<Sentence> sentences = splitter.segment(document).sentences();

    StringBuilder rest = new StringBuilder(document.text());
    for (int i = sentences.size() - 1; i >= 0; i--) {
      Span span = sentences.get(i).span();
      assertThat(sentences.get(i).number()).isEqualTo(i + 1);
      assertThat(span.of(document.text())).isEqualTo(trimmed(span.of(document.text())));
      assertThat(sectionsTouched(document, span)).isEqualTo(1);
      assertThat(coveredByTokens(sentences.get(i)))
          .isEqualTo(withoutSpace(span.of(document.text())));
      rest.delete(span.begin(), span.end());
    }
    assertThat(withoutSpace(rest.toString())).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothing_is_remembered_from_one_document_to_the_next(long seed) {
    Document document = Document.of("x", RandomText.of(seed), RandomText.of(seed + 1));

    List<Span> first = spans(splitter.segment(document).sentences());

    assertThat(spans(splitter.segment(document).sentences())).isEqualTo(first);
    assertThat(spans(SPLITTERS.get().segment(document).sentences())).isEqualTo(first);
  }

  @Test
  void stock_opennlp_gives_the_same_sentences_with_the_same_model() {
    String text = "IL-2 rose by 5% vs. placebo. Cells (e.g. Th1) died. p53 did not change.";

    SentenceModel model = open(SentenceModel::new);
    List<Span> stock =
        List.of(new SentenceDetectorME(model).sentPosDetect(text)).stream()
            .map(span -> new Span(span.getStart(), span.getEnd()))
            .toList();

    assertThat(spans(sentences(text))).hasSize(3).isEqualTo(stock);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private List<Sentence> sentences(String text) {
    return splitter
        .segment(new DocumentBuilder("x").part(Section.ABSTRACT, text).build())
        .sentences();
  }

  private interface Loader<T> {
    T load(InputStream in) throws IOException;
  }

  private static <T> T open(Loader<T> loader) {
    try (InputStream in =
        SentenceSplitterTest.class.getResourceAsStream("/org/immunospan/models/sentences.bin")) {
      return loader.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Span> spans(List<Sentence> sentences) {
    return sentences.stream().map(Sentence::span).toList();
  }

  private static long sectionsTouched(Document document, Span span) {
    return document.sections().stream().filter(s -> s.span().overlaps(span)).count();
  }

  private static String coveredByTokens(Sentence sentence) {
    Tokens tokens = sentence.tokens();
    return String.join("", tokens.toStrings());
  }

  private static String trimmed(String text) {
    return text.replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
  }

  private static String withoutSpace(String text) {
    StringBuilder rest = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(rest::appendCodePoint);
    return rest.toString();
  }
}
