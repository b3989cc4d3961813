package org.immunospan.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.evaluate.Evaluation;
import org.immunospan.evaluate.EvaluationReport;
import org.immunospan.evaluate.EvaluationSettings;
import org.immunospan.evaluate.GoldSet;
import org.immunospan.evaluate.Hierarchy;
import org.immunospan.evaluate.Samples;
import org.immunospan.evaluate.Scheme;
import org.immunospan.evaluate.TypeFilter;
import org.immunospan.format.Format;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationReportsTest {

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  private static Evaluation evaluation(int documents) {
    Random random = new Random(5);
    Map<String, List<Samples.Mark>> gold = new LinkedHashMap<>();
    Map<String, List<Samples.Mark>> system = new LinkedHashMap<>();
    for (int i = 0; i < documents; i++) {
      List<Samples.Mark> marks = Samples.random(random, 6);
      gold.put("d" + i, marks);
      List<Samples.Mark> found = new ArrayList<>(marks);
      found.addAll(Samples.random(random, 3));
      system.put("d" + i, found);
    }
    EvaluationSettings settings =
        new EvaluationSettings(Samples.TYPES, Scheme.STRICT, 50, 100, 1, Hierarchy.NONE);
    return Evaluation.run(Samples.gold(gold), Samples.system(system), settings);
  }

  private static String json(Evaluation evaluation) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(report(evaluation), out);
    return out.toString();
  }

  private static EvaluationReport report(Evaluation evaluation) {
    return EvaluationReport.of(
        evaluation,
        evaluation.compare(evaluation),
        new EvaluationReport.Extent(true, true, 15, EvaluationPage.DOCUMENTS));
  }

  private static String text(Evaluation evaluation) {
    return TerminalReport.of(
        EvaluationReport.of(evaluation, List.of(), new EvaluationReport.Extent(false, false, 3, 0)),
        3);
  }

  private static String html(Evaluation evaluation) {
    StringWriter out = new StringWriter();
    EvaluationPage.write(report(evaluation), out);
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "tr-TR", "de-DE"})
  void are_the_same_bytes_in_every_locale(String tag) throws IOException {
    Locale.setDefault(Locale.ROOT);
    String json = json(evaluation(5));
    String html = html(evaluation(5));
    String text = text(evaluation(5));

    Locale.setDefault(Locale.forLanguageTag(tag));

    assertThat(json(evaluation(5))).isEqualTo(json);
    assertThat(html(evaluation(5))).isEqualTo(html);
    assertThat(text(evaluation(5))).isEqualTo(text);
  }

  @Test
  void json_holds_full_precision_and_null_for_undefined() throws IOException {
    Evaluation evaluation =
        Samples.evaluate("GENE:0-5 GENE:10-15 GENE:20-25", "GENE:0-5 CELL:10-15");

    JsonNode root = new ObjectMapper().readTree(json(evaluation));

    JsonNode gene = root.at("/schemes/strict/0");
    assertThat(gene.path("type").asText()).isEqualTo("GENE");
    assertThat(gene.path("recall").asDouble()).isEqualTo(1.0 / 3);
    assertThat(gene.at("/of_gold/missed").asInt()).isEqualTo(1);
    assertThat(gene.at("/of_gold/incorrect").asInt()).isEqualTo(1);
    assertThat(root.at("/schemes/strict/2/f1").isNull()).isTrue();
    assertThat(root.at("/schemes/strict/2/precision").isNull()).isTrue();
  }

  @Test
  void the_terminal_shows_undefined_as_nothing() {
    String report = text(Samples.evaluate("GENE:0-5", ""));

    assertThat(report)
        .contains("\n  GENE                0.0000    0.0000     0   0   1\n")
        .contains("\n  CELL                                     0   0   0\n")
        .doesNotContain("NaN");
  }

  @Test
  void a_type_without_any_identifier_of_the_system_is_not_linked_rather_than_wrong()
      throws IOException {
    Evaluation evaluation =
        Samples.evaluate("CELL:0-5=CL:1 THERAPY:10-15=mesh:1", "CELL:0-5 THERAPY:10-15=mesh:2");

    JsonNode identifiers = new ObjectMapper().readTree(json(evaluation)).path("identifiers");
    assertThat(identifiers.at("/0/accuracy").isNull()).isTrue();
    assertThat(identifiers.at("/0/end_to_end").isNull()).isTrue();
    assertThat(identifiers.at("/0/right_spans_with_identifier").asInt()).isEqualTo(1);
    assertThat(identifiers.at("/1/accuracy").asDouble()).isZero();
    assertThat(identifiers.at("/1/accuracy").isNumber()).isTrue();
    assertThat(html(evaluation)).containsOnlyOnce("<tr><td>CELL</td><td>not linked</td></tr>");
    assertThat(text(evaluation))
        .containsPattern("\n  CELL +1  not linked\n  THERAPY +0 +1 +0\\.0000 ");
  }

  @Test
  void counts_one_document_in_the_singular() {
    assertThat(text(Samples.evaluate("GENE:0-5", ""))).contains("; 1 document");
  }

  @Test
  void the_page_needs_no_network_and_is_well_formed() throws IOException {
    String page = html(evaluation(5));

    assertThat(page).doesNotContain("http:", "https:", "src=", "@import", "NaN", "%s", "%d");
    assertThat(page.split("<article", -1)).hasSize(6);
    for (String element :
        List.of("section", "article", "table", "tr", "td", "th", "div", "mark", "svg", "p")) {
      assertThat(count(page, "<" + element + "[ >]"))
          .as(element)
          .isEqualTo(count(page, "</" + element + ">"));
    }
  }

  private static int count(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  @Test
  void the_page_of_a_large_set_holds_the_documents_with_the_most_errors() throws IOException {
    String page = html(evaluation(320));

    assertThat(page.split("<article", -1)).hasSize(301);
    assertThat(page).contains("The 300 documents with the most errors, of 320.");
    List<Integer> errors = new ArrayList<>();
    Matcher matcher = Pattern.compile("data-errors=\"(\\d+)\"").matcher(page);
    while (matcher.find()) {
      errors.add(Integer.valueOf(matcher.group(1)));
    }
    assertThat(errors).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apart     | 0-2 4-6     | [ab]cd[ef]gh
          side by side | 0-2 2-4  | [ab][cd]efgh
          nested    | 0-6 2-4     | [ab[cd]ef]gh
          same span | 1-3 1-3     | a[[bc]]defgh
          crossing  | 0-4 2-6     | [ab[cd]][ef]gh
          three crossing | 0-4 2-6 3-8 | [ab[c[d]]][[ef]gh]
          at the end | 6-8        | abcdef[gh]
          """)
  void marks_nest_and_crossing_ones_are_cut(String why, String spans, String expected) {
    List<MarkedText.Mark> marks =
        Samples.marks("x:" + spans.strip().replace(" ", " x:")).stream()
            .map(m -> new MarkedText.Mark(m.begin(), m.end(), "t0", ""))
            .toList();

    assertThat(brackets(MarkedText.of("abcdefgh", marks))).isEqualTo(expected);
  }

  private static String brackets(List<MarkedText.Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (MarkedText.Piece piece : pieces) {
      text.append(piece.isMarked() ? "[" + brackets(piece.inside()) + "]" : piece.text());
    }
    return text.toString();
  }

  @Test
  void marks_deeper_than_a_page_can_show_are_left_out_and_the_text_stays() {
    List<MarkedText.Mark> marks = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      marks.add(new MarkedText.Mark(i, 8000 - i, "t0", ""));
    }

    String text = brackets(MarkedText.of("x".repeat(8000), marks));

    assertThat(text.replaceAll("[\\[\\]]", "")).isEqualTo("x".repeat(8000));
    assertThat(count(text, "\\[")).isEqualTo(20);
  }

  @Test
  void text_is_escaped() {
    GoldDocument document =
        new GoldDocument(Document.of("<1>", "", "p<0.05 & \"x\" </script>"), List.of());
    GoldSet gold =
        new GoldSet(
            Format.JSONL, Map.of("<1>", document), List.of(), new TreeMap<>(), 0, List.of("GENE"));

    String page =
        html(
            Evaluation.run(
                gold,
                Samples.system(Map.of()),
                EvaluationSettings.of(List.of(new TypeFilter("GENE", "")))));

    assertThat(page)
        .contains("p&lt;0.05 &amp; \"x\" &lt;/script&gt;", "<h3>&lt;1&gt;")
        .doesNotContain("p<0.05");
  }
}
