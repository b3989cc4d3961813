package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.GoldProblem;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldCorpusTest {

  private static final String JSONL =
      """
      {"id": "1", "title": "An 𝛼-subunit", "abstract": "T cells grew.", "mentions": [\
      {"begin": 3, "end": 12, "type": "GENE", "text": "𝛼-subunit", "identifier": "hgnc:1|hgnc:2"},\
      {"begin": 13, "end": 20, "type": "CELL", "text": "T cells", "cls": "immune"}]}
      """;

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /** Every mention as {@code type=text}, with its identifiers where it has any. */
  private static List<String> names(GoldCorpus corpus) {
    return corpus.documents().stream()
        .flatMap(
            document ->
                document.mentions().stream()
                    .map(
                        m ->
                            m.type()
                                + "="
                                + m.span().of(document.text())
                                + (m.identifiers().isEmpty() ? "" : " " + m.identifiers())))
        .toList();
  }

  @Test
  void turns_code_points_of_jsonl_into_utf16() throws IOException {
    GoldCorpus corpus = GoldCorpus.read(file("gold.jsonl", JSONL));

    assertThat(corpus.format()).isEqualTo(Format.JSONL);
    assertThat(names(corpus)).containsExactly("GENE=𝛼-subunit [hgnc:1, hgnc:2]", "CELL=T cells");
    assertThat(corpus.documents().get(0).mentions().get(1).span()).isEqualTo(new Span(14, 21));
    assertThat(corpus.documents().get(0).mentions().get(1).subtype()).isEqualTo("immune");
  }

  @Test
  void reads_what_the_writer_writes() throws IOException {
    GoldCorpus corpus = GoldCorpus.read(file("gold.jsonl", JSONL));

    String line = JsonLinesWriter.line(corpus.documents().get(0));

    GoldCorpus again = GoldCorpus.read(file("again.jsonl", line));
    GoldDocument expected = corpus.documents().get(0);
    assertThat(again.documents().get(0).text()).isEqualTo(expected.text());
    assertThat(again.documents().get(0).mentions()).isEqualTo(expected.mentions());
  }

  @Test
  void reads_gzip_and_passes_over_a_byte_order_mark() throws IOException {
    Path file = folder.resolve("gold.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(("\uFEFF" + JSONL).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(names(GoldCorpus.read(file))).hasSize(2);
  }

  @Test
  void reads_pubtator_with_identifiers_as_curies_and_without_relations() throws IOException {
    GoldCorpus corpus =
        GoldCorpus.read(
            file(
                "x.txt",
                """

                7|t|TNF and IL6
                7|a|Gout hurts.
                7\t0\t3\tTNF\tGene\t7124
                7\t8\t11\tIL6\tGene\t3569,16193(Tax:10090)
                7\t12\t16\tGout\tDisease\tD006073
                7\t4\t7\tand\tGene\t-
                7\tCID\tD006073\tD000305
                """));

    assertThat(corpus.format()).isEqualTo(Format.PUBTATOR);
    assertThat(corpus.documents().get(0).text()).isEqualTo("TNF and IL6\nGout hurts.");
    assertThat(names(corpus))
        .containsExactly(
            "Gene=TNF [NCBIGene:7124]",
            "Gene=and",
            "Gene=IL6 [NCBIGene:3569, NCBIGene:16193]",
            "Disease=Gout [mesh:D006073]");
  }

  @Test
  void reads_brat_folders_with_discontinuous_names_and_identifiers() throws IOException {
    file("b/sub/PMID-9.txt", "B and T cells\nrest");
    file(
        "b/sub/PMID-9.ann",
        """
        T1\tCell 0 1;8 13\tB cells
        T2\tCell 6 13\tT cells
        N1\tReference T2 CL:0000084\tT cell
        E1\tGrowth:T2
        *\tEquiv T1 T2
        """);

    GoldCorpus corpus = GoldCorpus.read(folder.resolve("b"));

    assertThat(corpus.format()).isEqualTo(Format.BRAT);
    assertThat(corpus.documents()).extracting(GoldDocument::id).containsExactly("PMID-9");
    GoldMention first = corpus.documents().get(0).mentions().get(0);
    assertThat(first.span()).isEqualTo(new Span(0, 13));
    assertThat(first.parts()).containsExactly(new Span(0, 1), new Span(8, 13));
    assertThat(corpus.documents().get(0).mentions().get(1).identifiers())
        .containsExactly("CL:0000084");
  }

  @Test
  void reads_brat_in_a_zip_file_with_a1_files() throws IOException {
    Path file = folder.resolve("corpus.bin");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("dir/b.a1"));
      zip.write("T1\tProtein 0 2\tp5\n".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("dir/b.txt"));
      zip.write("p5 binds".getBytes(StandardCharsets.UTF_8));
    }

    GoldCorpus corpus = GoldCorpus.read(file);

    assertThat(names(corpus)).containsExactly("Protein=p5");
    assertThat(corpus.documents().get(0).id()).isEqualTo("b");
  }

  @Test
  void reads_bioc_relative_to_passages_and_never_a_document_type() throws IOException {
    GoldCorpus corpus =
        GoldCorpus.read(
            file(
                "c.xml",
                """
                <?xml version="1.0"?>
                <!DOCTYPE collection SYSTEM "file:///nowhere/BioC.dtd">
                <collection><document><id>d</id>
                <passage><offset>0</offset><text>One &amp; two</text></passage>
                <passage><offset>500</offset><text>B cells, T cells</text>
                <annotation id="1"><infon key="type">cell_type</infon>
                <infon key="identifier">(skos:related)CL:1,CL:2</infon>
                <location offset="509" length="7"/><text>T cells</text></annotation>
                </passage></document></collection>
                """));

    assertThat(corpus.format()).isEqualTo(Format.BIOC);
    assertThat(corpus.documents().get(0).text()).isEqualTo("One & two\nB cells, T cells");
    assertThat(names(corpus)).containsExactly("cell_type=T cells [CL:1, CL:2]");
  }

  @Test
  void reads_iob_with_and_without_begin_tags() throws IOException {
    GoldCorpus corpus =
        GoldCorpus.read(
            file(
                "j.iob2",
                """
                ###MEDLINE:5

                NF\tB-protein
                kappa\tI-protein
                IL-2\tB-protein
                binds\tO

                here\tO
                ###MEDLINE:6
                Aspirin NN O I-INT
                100mg NN O I-INT
                patients NN O I-PAR
                """));

    assertThat(corpus.format()).isEqualTo(Format.IOB);
    assertThat(corpus.documents()).extracting(GoldDocument::id).containsExactly("5", "6");
    assertThat(corpus.documents().get(0).text()).isEqualTo("NF kappa IL-2 binds\nhere");
    assertThat(names(corpus))
        .containsExactly("protein=NF kappa", "protein=IL-2", "INT=Aspirin 100mg", "PAR=patients");
  }

  @Test
  void reads_each_sentence_of_an_iob_file_without_marks_as_a_document() throws IOException {
    GoldCorpus corpus = GoldCorpus.read(file("s.tsv", "a\tO\nb\tB-X\n\n\nc\tI-X\n"));

    assertThat(corpus.documents()).extracting(GoldDocument::id).containsExactly("s-1", "s-2");
    assertThat(names(corpus)).containsExactly("X=b", "X=c");
  }

  @Test
  void counts_characters_of_bc2gm_without_spaces() throws IOException {
    file("bc/train.in", "S1 The human IL 2 gene\nS2 Nothing\n");
    file("bc/GENE.eval", "S1|8 10|IL 2\n");
    file("bc/ALTGENE.eval", "S1|3 10|human IL 2\n");

    GoldCorpus corpus = GoldCorpus.read(folder.resolve("bc"));

    assertThat(corpus.format()).isEqualTo(Format.BC2GM);
    assertThat(corpus.documents()).hasSize(2);
    assertThat(names(corpus)).containsExactly("GENE=IL 2");
    assertThat(corpus.documents().get(0).alternatives().get(0).span()).isEqualTo(new Span(4, 14));
  }

  @Test
  void keeps_bc2gm_gold_that_is_not_at_its_text_and_says_so() throws IOException {
    file("bc/train.in", "S1 The IL2 gene\n");
    file("bc/GENE.eval", "S1|3 5|IL3\nS1|30 40|IL4\n");

    GoldCorpus corpus = GoldCorpus.read(folder.resolve("bc"));

    assertThat(names(corpus)).containsExactly("GENE=IL2");
    assertThat(corpus.problems()).extracting(GoldProblem::leftOut).containsExactly(false, true);
  }

  @Test
  void leaves_out_gold_that_is_not_at_its_text_and_names_the_place() throws IOException {
    Path file =
        file(
            "x.txt",
            "7|t|TNF and IL6\n7|a|\n7\t1\t4\tTNF\tGene\t7124\n7\t8\t99\tIL6\tGene\t3569\n");

    GoldCorpus corpus = GoldCorpus.read(file);

    assertThat(names(corpus)).isEmpty();
    assertThat(corpus.problems())
        .extracting(GoldProblem::toString)
        .containsExactly(
            file
                + ":3: document 7: gold text \"TNF\" is not at [1, 4), which holds \"NF \"; left"
                + " out",
            file
                + ":4: document 7: gold text \"IL6\" has the span [8, 99), which is not in the text"
                + " of 11 characters; left out");
  }

  @Test
  void reads_spans_csv_with_its_documents() throws IOException {
    file("run/documents.csv", "doc_id,title,text\na,T,\"T\nB, T cells\"\nb,,none\n");
    Path spans =
        file("run/spans.csv", "doc_id,begin,end,text,type,identifier\na,5,12,T cells,CELL,CL:1\n");

    GoldCorpus corpus = GoldCorpus.read(spans);

    assertThat(corpus.format()).isEqualTo(Format.CSV);
    assertThat(corpus.documents()).extracting(GoldDocument::id).containsExactly("a", "b");
    assertThat(names(corpus)).containsExactly("CELL=T cells [CL:1]");
    assertThat(names(GoldCorpus.read(folder.resolve("run")))).hasSize(1);
  }

  @Test
  void puts_together_the_text_of_spans_csv_without_documents() throws IOException {
    Path spans = file("spans.csv", "doc_id,begin,end,text,type\na,2,5,TNF,GENE\na,6,8,𝛼b,GENE\n");

    GoldDocument document = GoldCorpus.read(spans).documents().get(0);

    assertThat(document.isTextKnown()).isFalse();
    assertThat(document.text()).isEqualTo("\uFFFD\uFFFDTNF\uFFFD𝛼b\uFFFD");
  }

  @Test
  void reads_all_files_of_a_folder_and_passes_over_others() throws IOException {
    file("f/b.txt", "1|t|x\n1|a|y\n");
    file("f/a.jsonl", JSONL);
    file("f/LICENSE", "All rights reserved\n");

    assertThat(GoldCorpus.read(folder.resolve("f")).documents()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.jsonl  | {"id": "1"                                   | a.jsonl:1: found JSON spread over several lines
          b.jsonl  | {"id": "1", "abstract": "x"}                 | b.jsonl: expected gold as JSONL
          c.jsonl  | {"id": "1", "text": "x", "mentions": [{}]}   | c.jsonl:1: expected a mention with begin, end, type and text, found "{}"
          e.iob    | a@O;b                                        | e.iob:2: expected a token and a tag O, B-type or I-type (E-, S-, L- and U- as well), found "b"
          g.csv    | doc_id,begin,end,text;1,2,3,x                | g.csv:1: expected a column type
          h.csv    | doc_id,begin,end,text,type;1,2,3,x           | h.csv:2: expected 5 fields, found 4
          i.csv    | doc_id,begin,end,text,type;1,x,3,x,GENE      | i.csv:2: expected an offset, found "x"
          j.xml    | <collection><document></collection>          | j.xml:1: expected BioC XML
          k.txt    | some words                                   | k.txt: expected gold as JSONL, PubTator
          """)
  void says_where_a_file_is_malformed(String name, String content, String message)
      throws IOException {
    Path file = file(name, content.replace('@', '\t').replace(';', '\n') + "\n");

    assertThatThrownBy(() -> GoldCorpus.read(file))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageStartingWith(folder.resolve(message.substring(0, 1)).toString())
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          1|t|x;1|b|y              # :2: found "1|b|y", expected id|t|title, id|a|abstract
          1|t|x;1|a|y;1@0@1        # :3: expected id, begin, end, text, type separated by tabs
          1|t|x;1|a|y;2@0@1@x@Gene # :3: expected a mention of document 1, found one of 2
          """)
  void says_where_pubtator_is_malformed(String content, String message) throws IOException {
    Path file = file("p.txt", content.replace('@', '\t').replace(';', '\n') + "\n");

    assertThatThrownBy(() -> GoldCorpus.read(file))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          T1 Cell 0 1              # x.ann:1: expected id, type begin end and text separated by tabs
          N1@Reference T1 CL:1@x   # x.ann:1: expected a reference to an earlier T line
          """)
  void says_where_brat_is_malformed(String content, String message) throws IOException {
    file("b/x.txt", "x");
    file("b/x.ann", content.replace('@', '\t') + "\n");

    assertThatThrownBy(() -> GoldCorpus.read(folder.resolve("b")))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refuses_bytes_that_are_not_utf_8_and_files_that_are_not_there() throws IOException {
    Path file = folder.resolve("latin.jsonl");
    Files.write(file, "{\"id\": \"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> GoldCorpus.read(file))
        .hasMessageContaining("found the byte 0xE9, expected text in UTF-8");
    assertThatThrownBy(() -> GoldCorpus.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
