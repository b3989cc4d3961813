package org.immunospan.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.immunospan.tables.TablesConfig.Format;
import org.immunospan.tables.TablesConfig.Term;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

  private static final String SPANS =
      "doc_id,section,sentence,begin,end,text,type,subtype,identifier,name,score,source,long_form,lineage\n";

  private static final String DOCUMENTS =
      "doc_id,title,text,year,journal,doi,language,publication_types,sha256,source_file\n";

  private static final String MARKERS = "doc_id,begin,end,marker,level,identifier\n";

  /** Five documents; Tregs and IL-2 share three of them. */
  private static final List<String> ROWS =
      List.of(
          "1,title,1,0,4,IL-2,GENE,,,,0.9,m,,",
          "1,title,1,10,15,Tregs,CELL,immune,CL:0000815,regulatory T cell,1.0,m,,T cell",
          "1,abstract,2,30,34,IL 2,GENE,,,,0.8,m,,",
          "2,abstract,1,0,4,IL-2,GENE,,,,0.9,m,,",
          "2,abstract,2,10,15,Tregs,CELL,immune,CL:0000815,regulatory T cell,0.9,m,,T cell",
          "2,abstract,2,20,29,rituximab,THERAPY,biologic,drugbank:DB00073,Rituximab,,m,,",
          "3,abstract,1,0,3,Il2,GENE,,,,0.7,m,,",
          "3,abstract,1,4,15,CD4+ T cell,CELL,immune,CL:0000624,CD4 T cell,1.0,m,,T cell",
          "3,abstract,1,4,7,CD4,GENE,,,,0.5,m,,",
          "3,abstract,1,20,25,Tregs,CELL,immune,CL:0000815,regulatory T cell,0.8,m,,T cell",
          "3,abstract,1,30,39,rituximab,THERAPY,biologic,drugbank:DB00073,Rituximab,,m,,",
          "4,abstract,1,4,15,CD4+ T cell,CELL,immune,CL:0000624,CD4 T cell,1.0,m,,T cell",
          "4,abstract,1,4,7,CD4,GENE,,,,0.5,m,,");

  private static final String DOCUMENT_ROWS =
      """
      1,t,"IL-2 and, Tregs in a trial of IL 2 now",2019,J Immunol,,eng,Clinical Trial|Review,,
      2,t,IL-2 here. Tregs and rituximab.,2020,J Immunol,,eng,Review,,
      3,t,Il2 CD4+ T cell and Tregs and rituximab,2020,Blood,,eng,,,
      4,t,The CD4+ T cell of 2021.,2021,Blood,,eng,,,
      5,t,Nothing here,,Blood,,eng,,,
      """;

  @TempDir private Path folder;

  private Path run(String name, List<String> rows, String documents) throws IOException {
    Path run = Files.createDirectory(folder.resolve(name));
    Files.writeString(
        run.resolve("spans.csv"), SPANS + String.join("\n", rows) + (rows.isEmpty() ? "" : "\n"));
    Files.writeString(run.resolve("documents.csv"), DOCUMENTS + documents);
    Files.writeString(
        run.resolve("markers.csv"), MARKERS + "3,4,15,CD4,+,hgnc:1678\n4,4,15,CD4,+,hgnc:1678\n");
    return run;
  }

  private Path run() throws IOException {
    return run("run", ROWS, DOCUMENT_ROWS);
  }

  private Tables.Totals make(String out, TableFilters filters, Path... runs) throws IOException {
    return make(out, filters, Optional.empty(), 2, runs);
  }

  private Tables.Totals make(
      String out,
      TableFilters filters,
      Optional<Map<String, Term>> parents,
      int threads,
      Path... runs)
      throws IOException {
    return Tables.make(
            new TablesConfig(
                List.of(runs),
                folder.resolve(out),
                false,
                filters,
                Format.CSV,
                true,
                parents,
                false,
                2,
                "500MB",
                threads))
        .totals();
  }

  private List<String> table(String out, String name) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve(name + ".csv"));
  }

  private static TableFilters filters(
      List<String> types, OptionalDouble minScore, OptionalInt firstYear, List<String> only) {
    return new TableFilters(
        types,
        List.of(),
        List.of(),
        minScore,
        List.of(),
        firstYear,
        OptionalInt.empty(),
        List.of(),
        List.of(),
        1,
        only);
  }

  private static TableFilters filterOf(List<String> subtypes, List<String> lineages) {
    return new TableFilters(
        List.of(),
        subtypes,
        lineages,
        OptionalDouble.empty(),
        List.of(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        List.of(),
        List.of(),
        1,
        List.of());
  }

  @Test
  void counts_concepts_by_identifier_or_by_surface_form() throws IOException {
    Tables.Totals totals = make("out", TableFilters.NONE, run());

    assertThat(totals.documents()).isEqualTo(5);
    assertThat(totals.notes())
        .containsExactly("not in trends, since they have no year: 1 document");
    assertThat(table("out", "concepts"))
        .containsExactly(
            "type,subtype,identifier,name,grouped_by,mentions,documents,sections,first_year,last_year,surface_forms,mean_score",
            "GENE,,,IL-2,surface form,4,3,abstract (3)|title (1),2019,2020,IL-2 (2)|IL 2 (1)|Il2"
                + " (1),0.825",
            "CELL,immune,CL:0000815,regulatory T cell,identifier,3,3,abstract (2)|title"
                + " (1),2019,2020,Tregs (3),0.9",
            "CELL,immune,CL:0000624,CD4 T cell,identifier,2,2,abstract (2),2020,2021,CD4+ T cell"
                + " (2),1.0",
            "GENE,,,CD4,surface form,2,2,abstract (2),2020,2021,CD4 (2),0.5",
            "THERAPY,biologic,drugbank:DB00073,Rituximab,identifier,2,2,abstract"
                + " (2),2020,2020,rituximab (2),");
  }

  @Test
  void pairs_have_the_statistics_of_a_table_of_two_by_two() throws IOException {
    make("out", TableFilters.NONE, run());

    List<String> pairs = table("out", "cooccurrence");
    // IL-2 with Tregs: 3 documents of 5 with both, none with one alone; sentences 1 of document 1
    // and 1 of document 3. C = 3 * 3 + 0.2 * 2.
    assertThat(pairs)
        .anyMatch(
            row ->
                row.startsWith(
                    "CELL,CL:0000815,regulatory T"
                        + " cell,GENE,,IL-2,3,3,3,2,2,1.8,0.736966,6.73012,0.1,"));
    assertThat(pairs).hasSize(4);
    assertThat(pairs).noneMatch(row -> row.contains("CD4"));
    assertThat(table("out", "triads"))
        .containsExactly(
            "gene_identifier,gene,cell_identifier,cell,therapy_identifier,therapy,documents,sentences",
            ",IL-2,CL:0000815,regulatory T cell,drugbank:DB00073,Rituximab,2,1");
  }

  /** As R's {@code p.adjust(p, "BH", n)}, with all pairs of concepts in two documents or more. */
  @Test
  void q_is_p_adjusted_for_all_pairs_that_could_share_documents() throws IOException {
    List<String> rows = new ArrayList<>();
    StringBuilder documents = new StringBuilder();
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      documents.append("d").append(i).append(",t,text,2020,J,,,,,\n");
      for (int g = 0; g < 8; g++) {
        if (random.nextInt(8) <= g || (g == 1 && i < 20) || (g == 2 && i < 15)) {
          rows.add("d%s,,1,%s,%s,G%s,GENE,,hgnc:%s,G%s,,,,".formatted(i, g, g + 1, g, g, g));
        }
      }
    }
    // Ten concepts in two documents each, which share none, and five in one.
    for (int i = 0; i < 25; i++) {
      documents.append("e").append(i).append(",t,text,2020,J,,,,,\n");
      rows.add("e%s,,1,1,2,H,GENE,,hgnc:1%s,H,,,,".formatted(i, i < 20 ? i % 10 : i));
    }
    make("out", TableFilters.NONE, run("random", rows, documents.toString()));

    List<double[]> pairs = new ArrayList<>();
    for (String row :
        table("out", "cooccurrence").subList(1, table("out", "cooccurrence").size())) {
      String[] cells = row.split(",", -1);
      pairs.add(new double[] {Double.parseDouble(cells[14]), Double.parseDouble(cells[15])});
    }
    pairs.sort((x, y) -> Double.compare(y[0], x[0]));
    double least = 1;
    for (int i = 0; i < pairs.size(); i++) {
      least = Math.min(least, pairs.get(i)[0] * 153 / (pairs.size() - i));
      assertThat(pairs.get(i)[1])
          .isCloseTo(least, org.assertj.core.data.Percentage.withPercentage(0.001));
    }
    assertThat(pairs).hasSize(28);
  }

  @Test
  void trends_are_shares_of_the_documents_of_a_year() throws IOException {
    make("out", TableFilters.NONE, run());

    // Shares of IL-2: 1 of 1, 2 of 2, 0 of 1, so the slope is -0.5.
    assertThat(table("out", "trends"))
        .contains("GENE,,IL-2,2019,1,1.0,-0.5,0.333333", "GENE,,IL-2,2020,2,1.0,-0.5,0.333333");
  }

  @Test
  void markers_are_counted_by_cell_marker_and_level() throws IOException {
    make("out", TableFilters.NONE, run());

    assertThat(table("out", "markers"))
        .containsExactly(
            "identifier,name,marker,level,marker_identifier,mentions,documents",
            "CL:0000624,CD4 T cell,CD4,+,hgnc:1678,2,2");
  }

  @Test
  void unlinked_forms_have_example_sentences() throws IOException {
    make("out", TableFilters.NONE, run());

    assertThat(table("out", "unlinked"))
        .containsExactly(
            "type,form,text,mentions,documents,example_1,example_2,example_3",
            "GENE,il2,IL-2,4,3,\"IL-2 and, Tregs in a trial of IL 2 now\",IL-2 here.,Il2 CD4+ T"
                + " cell and Tregs and rituximab",
            "GENE,cd4,CD4,2,2,Il2 CD4+ T cell and Tregs and rituximab,The CD4+ T cell of 2021.,");
  }

  @Test
  void a_document_counts_once_as_the_last_folder_has_it() throws IOException {
    Path old =
        run(
            "old",
            List.of("1,title,1,0,4,IL-2,GENE,,,,0.9,m,,", "9,title,1,0,4,IL-2,GENE,,,,0.9,m,,"),
            "1,t,old,1999,J,,,,,\n9,t,nine,2018,J,,,,,\n");

    Tables.Totals totals = make("out", TableFilters.NONE, old, run());

    assertThat(totals.documents()).isEqualTo(6);
    assertThat(totals.notes())
        .contains("counted once, as the last folder has them: 1 more document");
    assertThat(table("out", "concepts").get(1)).startsWith("GENE,,,IL-2,surface form,5,4,");
    assertThat(table("out", "trends")).noneMatch(row -> row.contains(",1999,"));
  }

  @Test
  void cells_roll_up_and_make_no_pair_with_their_own_kind() throws IOException {
    Map<String, Term> terms =
        Map.of(
            "CL:0000815", new Term("regulatory T cell", List.of("CL:0000624")),
            "CL:0000624", new Term("CD4 T cell", List.of("CL:0000084")),
            "CL:0000084", new Term("T cell", List.of()));

    make("out", TableFilters.NONE, Optional.of(terms), 2, run());

    assertThat(table("out", "concepts"))
        .anyMatch(row -> row.startsWith("CELL,,CL:0000084,T cell,identifier,5,4,"))
        .anyMatch(row -> row.startsWith("CELL,immune,CL:0000624,CD4 T cell,identifier,5,4,"))
        .anyMatch(
            row -> row.startsWith("CELL,immune,CL:0000815,regulatory T cell,identifier,3,3,"));
    assertThat(table("out", "cooccurrence"))
        .anyMatch(row -> row.startsWith("CELL,CL:0000084,T cell,GENE,,IL-2,4,3,3,"))
        .noneMatch(row -> row.startsWith("CELL,") && row.contains(",CELL,"));
  }

  @Test
  void a_gene_of_another_species_counts_as_its_human_orthologue_when_asked() throws IOException {
    Path run = Files.createDirectory(folder.resolve("species"));
    Files.writeString(
        run.resolve("spans.csv"),
        """
        doc_id,begin,end,text,type,identifier,name,hgnc
        1,0,5,Foxp3,GENE,NCBIGene:20371,Foxp3,hgnc:6106
        2,0,5,FOXP3,GENE,hgnc:6106,FOXP3,hgnc:6106
        2,6,9,p53,GENE,NCBIGene:22059,Trp53,hgnc:11998
        3,0,5,IL-12,GENE,NCBIGene:16159|NCBIGene:16160,Il12a|Il12b,hgnc:5969|hgnc:5970
        3,6,9,Xyz,GENE,NCBIGene:1,Xyz,
        """);
    Files.writeString(run.resolve("documents.csv"), "doc_id,title,text\n1,,x\n2,,x\n3,,x\n");
    TablesConfig config =
        new TablesConfig(
            List.of(run),
            folder.resolve("out"),
            false,
            TableFilters.NONE,
            Format.CSV,
            false,
            Optional.empty(),
            true,
            2,
            "500MB",
            2);

    Tables.make(config);

    // Where the texts never name the human gene, its name is what they say.
    assertThat(table("out", "concepts").stream().map(row -> row.replaceAll(",identifier,.*", "")))
        .containsExactly(
            "type,subtype",
            "GENE,,hgnc:6106,FOXP3",
            "GENE,,NCBIGene:1,Xyz",
            "GENE,,hgnc:11998,p53",
            "GENE,,hgnc:5969,IL-12",
            "GENE,,hgnc:5970,IL-12");
  }

  @Test
  void an_abbreviation_counts_as_its_long_form() throws IOException {
    Path run =
        run(
            "abbreviations",
            List.of(
                "1,,1,0,3,FMT,THERAPY,procedure,,,0.9,m,fecal microbiota transplantation,",
                "1,,1,4,7,MPH,THERAPY,drug,,,0.9,m,methylphenidate,",
                "1,,1,8,10,MP,THERAPY,drug,,,0.9,m,prednisolone,",
                "2,,1,0,5,Fecal microbiota-transplantation,THERAPY,procedure,,,0.9,m,,",
                "2,,1,6,9,Methylphenidate,THERAPY,drug,drugbank:DB00422,Methylphenidate,0.9,m,,",
                "2,,1,10,12,prednisolone,THERAPY,drug,drugbank:DB00860,Prednisolone,0.9,m,,",
                "3,,1,10,12,prednisolone,THERAPY,drug,drugbank:DB14631,Phosphate,0.9,m,,"),
            "1,t,text,2020,J,,,,,\n2,t,text,2020,J,,,,,\n3,t,text,2020,J,,,,,\n");

    make("out", TableFilters.NONE, run);

    assertThat(table("out", "concepts"))
        .anyMatch(
            row -> row.startsWith("THERAPY,drug,drugbank:DB00422,Methylphenidate,identifier,2,2,"))
        .anyMatch(
            row ->
                row.startsWith(
                    "THERAPY,procedure,,Fecal microbiota-transplantation,surface form,2,2,"))
        .anyMatch(row -> row.startsWith("THERAPY,drug,,prednisolone,surface form,1,1,"));
  }

  @Test
  void texts_of_several_lines_are_read() throws IOException {
    Path run =
        run(
            "lines",
            List.of("1,,1,0,11,\"CD4 \"\"T\"\"\ncell\",CELL,immune,,,0.9,m,,", ROWS.get(3)),
            "1,t,\"CD4 \"\"T\"\"\ncell, here\",2020,J,,,,,\n2,t,\"IL-2\nis here\",2020,J,,,,,\n");

    make("out", TableFilters.NONE, run);

    assertThat(Files.readString(folder.resolve("out").resolve("unlinked.csv")))
        .contains("CELL,\"cd4 \"\"t\"\" cell\",\"CD4 \"\"T\"\"\ncell\",1,1,")
        .contains("GENE,il2,IL-2,1,1,IL-2");
  }

  @Test
  void a_single_document_without_a_year_makes_neither_trends_nor_pairs() throws IOException {
    Tables.Totals totals =
        make("out", TableFilters.NONE, run("one", ROWS.subList(0, 3), "1,t,text,,J,,,,,\n"));

    assertThat(totals)
        .isEqualTo(
            new Tables.Totals(
                1, 3, 2, 0, List.of("not in trends, since they have no year: 1 document")));
    assertThat(table("out", "trends")).hasSize(1);
  }

  @Test
  void folders_of_several_versions_and_unknown_documents_are_noted() throws IOException {
    Path old = run("old", ROWS, DOCUMENT_ROWS);
    Path recent = run("recent", List.of("77,,1,0,4,IL-2,GENE,,,,,m,,"), "");
    Files.writeString(old.resolve("run.json"), "{\"program\": \"immunospan 0.1.0\"}");
    Files.writeString(recent.resolve("run.json"), "{\"program\": \"immunospan 0.2.0\"}");

    assertThat(make("out", TableFilters.NONE, old, recent).notes())
        .contains(
            "the folders come from several versions: immunospan 0.1.0, immunospan 0.2.0",
            "left out, since documents.csv does not name them: 1 document");
    assertThat(make("alone", TableFilters.NONE, old).notes())
        .noneMatch(note -> note.contains("versions"));
  }

  @Test
  void filters_choose_documents_and_mentions() throws IOException {
    Path run = run();

    assertThat(
            make(
                    "a",
                    filters(
                        List.of("CELL"), OptionalDouble.empty(), OptionalInt.empty(), List.of()),
                    run)
                .concepts())
        .isEqualTo(2);
    assertThat(
            make(
                    "b",
                    filters(List.of(), OptionalDouble.of(0.85), OptionalInt.empty(), List.of()),
                    run)
                .mentions())
        .isEqualTo(8);
    assertThat(
            make(
                    "c",
                    filters(List.of(), OptionalDouble.empty(), OptionalInt.of(2020), List.of()),
                    run)
                .documents())
        .isEqualTo(3);
    assertThat(
            make(
                    "d",
                    filters(
                        List.of(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        List.of("CL:0000815")),
                    run)
                .concepts())
        .isEqualTo(1);
    make("g", filterOf(List.of("other"), List.of()), run);
    assertThat(table("g", "concepts"))
        .noneMatch(row -> row.startsWith("CELL"))
        .anyMatch(row -> row.startsWith("GENE,"))
        .anyMatch(row -> row.startsWith("THERAPY,"));
    make("h", filterOf(List.of("immune", "drug"), List.of("T cell")), run);
    assertThat(table("h", "concepts"))
        .anyMatch(row -> row.startsWith("CELL,"))
        .anyMatch(row -> row.startsWith("GENE,"))
        .noneMatch(row -> row.startsWith("THERAPY,"));
    TableFilters reviews =
        new TableFilters(
            List.of(),
            List.of("immune"),
            List.of("T cell"),
            OptionalDouble.empty(),
            List.of("abstract"),
            OptionalInt.empty(),
            OptionalInt.of(2020),
            List.of("j immunol"),
            List.of("review"),
            1,
            List.of());
    Tables.Totals totals = make("e", reviews, run);
    assertThat(totals.documents()).isEqualTo(2);
    assertThat(totals.mentions()).isEqualTo(4);
    make("f", TableFilters.NONE.withMinDocuments(3), run);
    assertThat(table("f", "concepts")).hasSize(3);
    assertThat(table("f", "document_concepts")).hasSize(7);
    assertThat(table("f", "cooccurrence")).hasSize(2);
  }

  @Test
  void neither_the_order_of_rows_nor_threads_nor_the_locale_change_a_byte() throws IOException {
    List<String> shuffled = new ArrayList<>(ROWS);
    Collections.shuffle(shuffled, new Random(1));
    List<String> documents = new ArrayList<>(DOCUMENT_ROWS.lines().toList());
    Collections.reverse(documents);

    make("one", TableFilters.NONE, Optional.empty(), 1, run());
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      make(
          "two",
          TableFilters.NONE,
          Optional.empty(),
          2,
          run("shuffled", shuffled, String.join("\n", documents) + "\n"));
    } finally {
      Locale.setDefault(locale);
    }

    for (TableCatalog.Table table : TableCatalog.shipped().tables()) {
      assertThat(table("two", table.name())).as(table.name()).isEqualTo(table("one", table.name()));
    }
  }

  @Test
  void a_spreadsheet_keeps_names_and_identifiers_as_text() throws IOException {
    Path run =
        run(
            "names",
            List.of(
                "0012,title,1,0,5,SEPT2,GENE,,hgnc:7729,SEPT2,0.9,m,,",
                "0012,title,1,6,11,=1+1,GENE,,,,0.9,m,,"),
            "0012,t,SEPT2 =1+1,2020,J,,,,,\n");

    make("out", TableFilters.NONE, run);

    StringBuilder xml = new StringBuilder();
    try (ZipFile zip = new ZipFile(folder.resolve("out").resolve("tables.xlsx").toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        xml.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    String sheet = xml.toString();
    assertThat(sheet).contains(">SEPT2</t>", ">=1+1</t>", ">0012</t>").doesNotContain("<f>");
    assertThat(sheet).contains("<v>2020</v>");
  }

  @Test
  void an_empty_result_gives_tables_with_headers_alone() throws IOException {
    Tables.Totals totals = make("out", TableFilters.NONE, run("empty", List.of(), ""));

    assertThat(totals.documents()).isZero();
    for (TableCatalog.Table table : TableCatalog.shipped().tables()) {
      assertThat(table("out", table.name())).hasSize(1);
    }
  }

  @Test
  void columns_of_other_versions_are_passed_over_or_unknown() throws IOException {
    Path newer = Files.createDirectory(folder.resolve("newer"));
    Files.writeString(
        newer.resolve("spans.csv"), "\uFEFFdoc_id,begin,end,text,type,novel\n1,0,4,IL-2,GENE,x\n");
    Files.writeString(newer.resolve("documents.csv"), "doc_id,title,text\n1,,IL-2 here\n");

    make("out", TableFilters.NONE, newer);

    assertThat(table("out", "concepts")).contains("GENE,,,IL-2,surface form,1,1,,,,IL-2 (1),");
  }

  @Test
  void what_is_no_result_or_damaged_is_named() throws IOException {
    assertThatThrownBy(() -> make("out", TableFilters.NONE, folder.resolve("none")))
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith("none: expected a result folder of annotate, found no such folder");
    assertThatThrownBy(() -> make("out", TableFilters.NONE, folder))
        .hasMessageContaining("with spans.csv and documents.csv, found no spans.csv");
    Path run = run();
    Files.writeString(run.resolve("spans.csv"), SPANS + ROWS.get(0) + "\n1,title,\"x\n");
    assertThatThrownBy(() -> make("out", TableFilters.NONE, run))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("spans.csv: expected a closing quote, found the end of the file");
    Files.writeString(run.resolve("spans.csv"), SPANS + ROWS.get(0) + "\n1,title\n");
    assertThatThrownBy(() -> make("out", TableFilters.NONE, run))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("spans.csv: CSV Error on Line: 3");
    Files.writeString(run.resolve("spans.csv"), SPANS + ROWS.get(0) + "\n1,title");
    assertThatThrownBy(() -> make("out", TableFilters.NONE, run))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("spans.csv: CSV Error on Line: 3");
    Files.writeString(
        run.resolve("spans.csv"), SPANS + ROWS.get(0).replace(",0,4,", ",x,4,") + "\n");
    assertThatThrownBy(() -> make("out", TableFilters.NONE, run))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'x'");
    Files.writeString(run.resolve("spans.csv"), "doc,begin\n");
    assertThatThrownBy(() -> make("out", TableFilters.NONE, run))
        .hasMessageContaining(
            "spans.csv:1: expected the columns doc_id, begin, end, text, type, found");
    Files.writeString(run.resolve("spans.csv"), SPANS);
    make("out", TableFilters.NONE, run);
    assertThatThrownBy(() -> make("out", TableFilters.NONE, run))
        .hasMessageContaining(
            "expected a folder without tables, or --overwrite, found immunospan.duckdb");
  }
}
