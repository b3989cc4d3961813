package org.immunospan.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Concept;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.GeneDetails;
import org.immunospan.text.Grounding;
import org.immunospan.text.Mention;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.api.Test;

class SpansCsvTest {

  private static final Document DOCUMENT =
      Document.of("7", "On 𝛼-Tregs", "Cells, \"so\" called: CD4+ T cells.");

  @Test
  void has_the_columns_of_the_contract() {
    assertThat(SpansCsv.header())
        .isEqualTo(
            "doc_id,section,sentence,begin,end,text,type,subtype,identifier,name,score,source,"
                + "long_form,lineage,hgnc,ncbi_gene,species,link_score,target\n");
  }

  @Test
  void counts_code_points_unless_asked_for_utf16() {
    Mention mention =
        new Mention(
                new Span(6, 11),
                EntityType.CELL,
                "immune",
                Grounding.of(new Concept("CL:0000815", "regulatory T cell"), Double.NaN, ""),
                0.85,
                "cells-1")
            .withLongForm("regulatory T cells");

    assertThat(rows(OffsetUnit.CODEPOINTS, mention))
        .isEqualTo(
            "7,title,1,5,10,Tregs,CELL,immune,CL:0000815,regulatory T cell,0.850,cells-1,"
                + "regulatory T cells,,,,,,\n");
    assertThat(rows(OffsetUnit.UTF16, mention)).startsWith("7,title,1,6,11,Tregs,");
  }

  @Test
  void leaves_a_cell_empty_where_nothing_is_known() {
    Mention mention = Mention.of(new Span(6, 11), EntityType.GENE);

    assertThat(rows(OffsetUnit.UTF16, mention))
        .isEqualTo("7,title,1,6,11,Tregs,GENE,,,,,,,,,,,,\n");
  }

  @Test
  void tells_the_gene_its_orthologue_and_its_species() {
    Mention mention =
        Mention.of(new Span(6, 11), EntityType.GENE)
            .withGrounding(
                Grounding.of(new Concept("NCBIGene:12504", "Cd4"), 0.75, "gene-link:whole"))
            .withGene(
                new GeneDetails(
                    List.of("hgnc:1678"), List.of("NCBIGene:12504"), "NCBITaxon:10090", 0.75));

    assertThat(rows(OffsetUnit.UTF16, mention))
        .isEqualTo(
            "7,title,1,6,11,Tregs,GENE,,NCBIGene:12504,Cd4,,,,,hgnc:1678,NCBIGene:12504,"
                + "NCBITaxon:10090,0.750,\n");
  }

  @Test
  void quotes_what_needs_it_and_joins_several_concepts() {
    Span span = new Span(12, 30);
    Mention mention =
        Mention.of(span, EntityType.CELL)
            .withGrounding(
                Grounding.all(
                    List.of(
                        new Grounding.Candidate(new Concept("CL:1", "a"), Double.NaN, ""),
                        new Grounding.Candidate(new Concept("CL:2", "b, c"), Double.NaN, ""))));

    assertThat(rows(OffsetUnit.UTF16, mention))
        .isEqualTo(
            "7,abstract,2,12,30,\"Cells, \"\"so\"\" called\",CELL,,CL:1|CL:2,\"a|b, c\",,,,,,,,,\n"
                .replace("Cells", span.of(DOCUMENT.text()).substring(0, 5)));
  }

  private static String rows(OffsetUnit unit, Mention mention) {
    String text = DOCUMENT.text();
    Tokens none = new Tokens(text, new int[0], new int[0], 0);
    List<Sentence> sentences =
        List.of(
            new Sentence(1, new Span(0, 11), none),
            new Sentence(2, new Span(12, text.length()), none));
    StringBuilder rows = new StringBuilder();
    new SpansCsv(unit).append(new AnnotatedDocument(DOCUMENT, sentences, List.of(mention)), rows);
    return rows.toString();
  }
}
