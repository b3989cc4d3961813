package org.immunospan.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.immunospan.lexicon.Table;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.OneSentence;
import org.immunospan.text.Concept;
import org.immunospan.text.Marker;
import org.immunospan.text.Mention;
import org.immunospan.text.RandomText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cell names as immunologists write them: {@code golden/cell/phenotypes.tsv}. */
class CellPhenotypesTest {

  private static CellGrammarTagger tagger;

  @BeforeAll
  static void readModels() throws IOException {
    tagger = CellGrammarTagger.read(FileSource.of(Path.of("models")), new BiomedicalTokenizer());
  }

  static Stream<Arguments> rows() throws IOException {
    List<Arguments> rows = new ArrayList<>();
    try (var in = CellPhenotypesTest.class.getResourceAsStream("/golden/cell/phenotypes.tsv");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split("\t", -1);
        rows.add(Arguments.of(fields[0], fields[1], fields[2], fields[3]));
      }
    }
    return rows.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void reads_span_markers_and_class(String id, String marked, String markers, String classes) {
    String text = marked.replaceAll("[\\[\\]]", "");

    List<Mention> cells = tagger.read(OneSentence.of(text));

    assertThat(marked(text, cells)).isEqualTo(marked);
    assertThat(joined(cells.stream().map(CellPhenotypesTest::markers))).isEqualTo(markers);
    assertThat(joined(cells.stream().map(CellPhenotypesTest::identifier))).isEqualTo(classes);
  }

  /** But for CD34, which by custom means the progenitors of the blood. */
  @ParameterizedTest
  @MethodSource("sharedMarkers")
  void a_marker_of_many_tissues_names_no_class_by_itself(String marker) {
    for (String sign : List.of("+", "hi", "-", "(+)", " +", "⁺")) {
      String text = "We sorted " + marker + sign + " cells.";

      assertThat(tagger.read(OneSentence.of(text)))
          .as(text)
          .isNotEmpty()
          .allMatch(cell -> identifier(cell).isEmpty() && cell.subtype().equals("other"));
    }
  }

  static Stream<String> sharedMarkers() throws IOException {
    try (InputStream in = FileSource.of(Path.of("models")).open("cell-rules.tsv")) {
      return Table.read(in, "cell-rules.tsv", "id", "rule", "forms", "meaning", "why")
          .rows()
          .stream()
          .filter(row -> row.get("rule").equals("shared"))
          .flatMap(row -> Stream.of(row.get("forms").split("\\|")))
          .filter(marker -> !marker.equals("CD34"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mentions_of_any_text_are_sorted_and_disjoint(long seed) {
    String text = RandomText.of(seed) + " CD4+CD25(hi T and/or B-cells (NK " + RandomText.of(-seed);

    List<Mention> mentions = tagger.tag(OneSentence.of(text));

    int end = 0;
    for (Mention mention : mentions) {
      assertThat(mention.span().begin()).isGreaterThanOrEqualTo(end);
      end = mention.span().end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  @Test
  void an_abbreviation_that_the_document_defines_otherwise_is_no_cell() {
    String text = "A direct current (DC) was applied. The DC was weak.";

    assertThat(tagger.read(OneSentence.of(text))).isEmpty();
  }

  @Test
  void an_abbreviation_keeps_the_meaning_that_the_document_gives_it() {
    String text = "Hepatic stellate cells (HSCs) were cultured. Each HSC was counted.";

    List<Mention> cells = tagger.read(OneSentence.of(text));

    assertThat(cells).extracting(cell -> cell.span().of(text)).contains("HSCs", "HSC");
    assertThat(cells).extracting(CellPhenotypesTest::identifier).containsOnly("CL:0000632");
    assertThat(cells.get(2).longForm()).isEqualTo("Hepatic stellate cells");
  }

  @ParameterizedTest
  @CsvSource({
    "Tregs (CD4+CD25hi regulatory T cells) rose. Tregs fell., CL:0000792",
    "CD4+CD25+ regulatory T cells (Tregs) rose. Tregs fell., CL:0000792",
    "Regulatory T cells (Tregs) rose. Tregs fell., CL:0000815",
  })
  void an_abbreviation_has_the_class_of_its_long_form(String text, String identifier) {
    assertThat(tagger.read(OneSentence.of(text)))
        .hasSize(3)
        .extracting(CellPhenotypesTest::identifier)
        .containsOnly(identifier);
  }

  @ParameterizedTest
  @CsvSource({
    "regulatory T cells, T cell",
    "plasma cells, B cell",
    "ILC2s, NK cell or ILC",
    "lymphocytes, lymphoid",
    "pDCs, dendritic cell",
    "alveolar macrophages, monocyte or macrophage",
    "eosinophils, granulocyte",
    "mast cells, mast cell",
    "MDSCs, myeloid",
    "microglia, glia",
    "astrocytes, glia",
    "leukocytes, leukocyte",
    "hepatocytes, ''"
  })
  void places_a_cell_in_its_lineage(String text, String lineage) {
    assertThat(tagger.read(OneSentence.of(text)))
        .extracting(Mention::lineage)
        .containsExactly(lineage);
  }

  private static String marked(String text, List<Mention> cells) {
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (Mention cell : cells) {
      marked.append(text, at, cell.span().begin());
      marked.append('[').append(cell.span().of(text)).append(']');
      at = cell.span().end();
    }
    return marked.append(text.substring(at)).toString();
  }

  private static String markers(Mention cell) {
    return String.join(";", cell.markers().stream().map(Marker::toString).toList());
  }

  private static String identifier(Mention cell) {
    return cell.concepts().stream().map(Concept::identifier).findFirst().orElse("");
  }

  private static String joined(Stream<String> values) {
    return String.join("|", values.toList());
  }
}
