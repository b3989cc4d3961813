package org.immunospan.uima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.uima.UIMAException;
import org.apache.uima.fit.factory.JCasFactory;
import org.apache.uima.jcas.JCas;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Bibliography;
import org.immunospan.text.CellDetails;
import org.immunospan.text.Concept;
import org.immunospan.text.Document;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.EntityType;
import org.immunospan.text.GeneDetails;
import org.immunospan.text.Grounding;
import org.immunospan.text.Marker;
import org.immunospan.text.MarkerLevel;
import org.immunospan.text.Markup;
import org.immunospan.text.Mention;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.StyledText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CasTextTest {

  private static final Markup MARKUP =
      new Markup(
          List.of(
              new Markup.Mark(Markup.Style.BOLD, 0, 4),
              new Markup.Mark(Markup.Style.ITALIC, 0, 4),
              new Markup.Mark(Markup.Style.SUPERSCRIPT, 3, 4),
              new Markup.Mark(Markup.Style.SUBSCRIPT, 4, 4)));

  private static final Document DOCUMENT =
      new DocumentBuilder("7")
          .title("𝛼-Tregs rest.")
          .part("results", new StyledText("CD4+ T cells act.", MARKUP))
          .bibliography(
              new Bibliography(
                  "2020",
                  "J",
                  "10.1/x",
                  "eng",
                  List.of("Review", "Journal Article"),
                  List.of("Humans", "Mice, Knockout")))
          .sourceFile("a.xml")
          .build();

  private JCas jcas;

  @BeforeEach
  void makeCas() throws UIMAException {
    jcas = JCasFactory.createJCas();
  }

  @Test
  void gives_a_document_back_as_it_was() {
    CasText.setDocument(jcas, DOCUMENT);

    assertThat(CasText.document(jcas)).isEqualTo(DOCUMENT);
  }

  @Test
  void takes_plain_text_of_another_program_for_an_abstract() {
    jcas.setDocumentText("T cells.");

    Document document = CasText.document(jcas);

    assertThat(document.id()).isEmpty();
    assertThat(document.sections())
        .singleElement()
        .satisfies(section -> assertThat(section.span()).isEqualTo(new Span(0, 8)));
  }

  @Test
  void gives_sentences_back_with_their_tokens() {
    CasText.setDocument(jcas, DOCUMENT);
    List<Span> spans = List.of(new Span(0, 14), new Span(15, 32));
    CasText.addSentences(jcas, spans);
    BiomedicalTokenizer tokenizer = new BiomedicalTokenizer();
    for (Span span : spans) {
      CasText.addTokens(jcas, tokenizer.tokenize(DOCUMENT.text(), span));
    }

    List<Sentence> sentences = CasText.segmented(jcas).sentences();

    assertThat(sentences).extracting(Sentence::number).containsExactly(1, 2);
    assertThat(sentences).extracting(Sentence::span).isEqualTo(spans);
    assertThat(sentences.get(1).tokens().toStrings())
        .containsExactly("CD", "4", "+", "T", "cells", "act", ".");
  }

  @Test
  void gives_mentions_back_sorted_and_whole() {
    CasText.setDocument(jcas, DOCUMENT);
    Grounding grounding =
        new Grounding.Ambiguous(
            List.of(
                new Grounding.Candidate(new Concept("CL:0000624", "CD4 T cell"), 0.75, "cells-1"),
                new Grounding.Candidate(new Concept("CL:0000084", "T cell"), Double.NaN, "")));
    Mention cell =
        new Mention(
            new Span(15, 27),
            EntityType.CELL,
            "immune",
            grounding,
            0.5,
            "cells-1",
            "long",
            new CellDetails(
                "T",
                List.of(
                    new Marker(new Span(15, 18), "CD4", MarkerLevel.POSITIVE, "hgnc:1678"),
                    new Marker(new Span(15, 18), "CD4", MarkerLevel.UNWRITTEN, ""))),
            GeneDetails.NONE,
            List.of());
    Mention gene =
        Mention.of(new Span(15, 18), EntityType.GENE)
            .withGene(
                new GeneDetails(
                    List.of("hgnc:1678"), List.of("NCBIGene:12504"), "NCBITaxon:10090", 0.75));
    CasText.addMention(jcas, gene);
    CasText.addMention(jcas, cell);

    assertThat(CasText.mentions(jcas)).containsExactly(cell, gene);

    CasText.replaceMentions(jcas, List.of(gene));

    assertThat(CasText.mentions(jcas)).containsExactly(gene);
  }

  @Test
  void refuses_a_mention_that_leaves_the_text() {
    CasText.setDocument(jcas, DOCUMENT);
    Mention mention = Mention.of(new Span(30, 99), EntityType.GENE);

    assertThatThrownBy(() -> CasText.addMention(jcas, mention))
        .hasMessage("annotation [30, 99) leaves the text of length 32");
  }
}
