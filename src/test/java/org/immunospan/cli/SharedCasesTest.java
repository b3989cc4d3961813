package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The folders of {@code ../shared/cases} through the whole program: the rows that {@code
 * expected.txt} asks for are in spans.csv, and the commands say what they should. {@code
 * golden/cli/shared-cases.tsv} tells which test each folder has. Skipped without the folder.
 */
class SharedCasesTest extends CapturedOutput {

  private static final Path CASES = Path.of("../shared/cases");

  /** By the guidelines, stem cells of the blood are immune; the case was written before them. */
  private static final String IMMUNE_BY_THE_GUIDELINES = "CL:0001008";

  @TempDir private Path folder;

  @BeforeEach
  void needsTheFolder() {
    assumeTrue(Files.isDirectory(CASES), "needs " + CASES);
  }

  @ParameterizedTest(name = "{0}/{1}")
  @CsvSource({
    "02-superscript-minus, in.xml, 'CD4 + CD25 - CD103 - CD14 + CD16 -'",
    "03-minus-glued-to-noun, in.jsonl, 'CD4 + CD25 - CD14 + CD16 - CD4 + CD25 - CD14 + CD16 - CD8 -'",
    "04-spaced-minus, in.jsonl, 'CD14 - CD16 + CD14 + CD16 - CD4 + CD25 - Lin - Sca-1 + c-Kit + CD3 - CD56 + CD14 - CD16 +'",
    "06-double-negative-t-cells, in.jsonl, 'CD3 + CD4 - CD8 - TCRαβ + CD4 - CD8 - CD4 - CD8 -'",
    "07-literal-tags, in.jsonl, 'CD4 + CD25 + CD8 -'",
    "07-literal-tags, in.xml, 'CD4 + CD25 +'",
    "08-invisible-characters, in.jsonl, ''",
    "09-kit-positive-cells, in.jsonl, 'c-Kit + Sca-1 + c-Kit + Kit + Lin - Sca-1 + c-Kit +'"
  })
  void gives_the_rows_and_markers_that_are_expected(String name, String input, String markers)
      throws IOException {
    assertThat(annotate(name + "/" + input)).isZero();

    assertThat(read("spans.csv").stream().map(SharedCasesTest::key))
        .containsAll(expectedRows(name, input));
    assertThat(
            String.join(
                " ",
                read("markers.csv").stream()
                    .map(row -> row.get("marker") + " " + row.get("level"))
                    .toList()))
        .isEqualTo(markers);
  }

  @Test
  void reads_slashes_as_one_cell() throws IOException {
    assertThat(annotate("05-slash-phenotype/in.jsonl")).isZero();

    assertThat(read("spans.csv").stream().map(SharedCasesTest::key))
        .containsAll(expectedRows("05-slash-phenotype", "in.jsonl"));
    assertThat(read("markers.csv")).hasSize(3 + 2 + 3 + 3 + 3 + 2 + 7);
  }

  @Test
  void parts_italics_from_the_words_beside_them() throws IOException {
    assertThat(annotate("01-italic-without-blanks/in.xml")).isZero();

    assertThat(read("spans.csv"))
        .extracting(row -> row.get("text"))
        .containsExactly("FOXP3", "IL2RA", "FOXP3", "Il10");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "11-nul-byte/in.pubtator, 3, 9200 9202",
    "19-one-bad-record-loses-the-rest/bad.xml, 3, 91 93",
    "19-one-bad-record-loses-the-rest/bad.jsonl, 3, 1 3 4",
    "20-files-put-together/all.xml, 0, 91 92 93",
    "28-jsonl-with-pmid/in.jsonl, 0, 31000001 31000002",
    "relia-comments-overflow/c2000.xml, 0, 1",
    "relia-marker-chain-overflow/chain.jsonl, 0, 1 2 3",
    "relia-spectrometry-overflow/ms.jsonl, 0, 1 2 3"
  })
  void reads_all_that_can_be_read(String input, int exitCode, String ids) throws IOException {
    assertThat(annotate(input)).isEqualTo(exitCode);

    assertThat(String.join(" ", read("documents.csv").stream().map(r -> r.get("doc_id")).toList()))
        .isEqualTo(ids);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "12-biored-relation-lines/gold.PubTator, 12-biored-relation-lines/spans.csv, biored, 2",
    "13-normalised-gold-text/gold.PubTator, 13-normalised-gold-text/spans.csv, Gene=GENE, 3",
    "14-bioc-byte-offsets/gold.xml, 14-bioc-byte-offsets/spans.csv, Gene=GENE, 3",
    "22-byte-order-mark/gold/spans.csv, 22-byte-order-mark/system.csv, , 1"
  })
  void scores_right_spans_as_right(String gold, String system, String map, int found) {
    List<String> line =
        new ArrayList<>(List.of("evaluate", "--resamples", "0", "--gold", path(gold), "--system"));
    line.add(path(system));
    if (map != null) {
      line.addAll(List.of("--map", map));
    }

    assertThat(run(line.toArray(String[]::new))).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("GENE +1\\.0000 +1\\.0000 +1\\.0000 +" + found + " +0 +0");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "15-brat-crlf/gold, , 9-13 23-27 34-39",
    "17-iob-tag-schemes/iobes.tsv, , 0-10 15-19",
    "17-iob-tag-schemes/bilou.tsv, , 0-10 15-19",
    "17-iob-tag-schemes/untyped.tsv, untyped=GENE, 0-10 0-4",
    "30-nlm-gene-identifiers/gold.xml, nlmgene, 0-4:NCBIGene:3558"
  })
  void places_gold(String gold, String map, String places) throws IOException {
    Path file = folder.resolve("gold.jsonl");
    List<String> line =
        new ArrayList<>(List.of("evaluate", "--gold", path(gold), "--gold-jsonl", file.toString()));
    if (map != null) {
      line.addAll(List.of("--map", map));
    }

    assertThat(run(line.toArray(String[]::new))).isZero();

    String json = Files.readString(file);
    for (String place : places.split(" ", -1)) {
      String[] parts = place.split("[-:]", 3);
      assertThat(json).contains("\"begin\":" + parts[0] + ",\"end\":" + parts[1] + ",");
      assertThat(json).contains(parts.length > 2 ? parts[2] : "GENE");
    }
    assertThat(err()).doesNotContain("left out");
  }

  @Test
  void reads_a_lexicon_that_excel_saved() throws IOException {
    String lexicon = path("21-lexicon-saved-by-excel/my-cells.tsv");

    assertThat(run("lexicon", "check", lexicon)).isZero();
    assertThat(annotate("21-lexicon-saved-by-excel/in.jsonl", "--lexicon", lexicon)).isZero();

    assertThat(read("spans.csv").stream().map(SharedCasesTest::key))
        .containsAll(expectedRows("21-lexicon-saved-by-excel", "in.jsonl"));
  }

  @Test
  void checks_a_lexicon_with_a_byte_order_mark() {
    assertThat(run("lexicon", "check", path("22-byte-order-mark/my-cells.tsv"))).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("my-cells.tsv: CELL my-cells-1, 1 entry, 1 name");
  }

  @Test
  void every_folder_has_a_test() throws IOException {
    Set<String> folders = new TreeSet<>();
    try (Stream<Path> all = Files.list(CASES)) {
      all.forEach(path -> folders.add(path.getFileName().toString()));
    }

    assertThat(table()).containsAll(folders);
  }

  private static List<String> table() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/golden/cli/shared-cases.tsv")).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf('\t')))
        .toList();
  }

  private int annotate(String input, String... options) {
    List<String> line =
        new ArrayList<>(List.of("annotate", path(input), "--cells", "all", "--out"));
    line.add(folder.resolve("result").toString());
    line.addAll(Arrays.asList(options));
    return run(line.toArray(String[]::new));
  }

  private static String path(String name) {
    return CASES.resolve(name).toString();
  }

  private List<CSVRecord> read(String name) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser =
        CSVParser.parse(folder.resolve("result").resolve(name), StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  /** A row as expected.txt has it; genes had no identifiers when the cases were written. */
  private static String key(CSVRecord row) {
    boolean gene = row.get("type").equals("GENE");
    return String.join(
        ",",
        row.get("doc_id"),
        row.get("section"),
        row.get("begin"),
        row.get("end"),
        row.get("text"),
        row.get("type"),
        row.get("subtype"),
        gene ? "" : row.get("identifier"));
  }

  /** The rows of expected.txt; where it has rows of two inputs, those of the first only. */
  private static List<String> expectedRows(String name, String input) throws IOException {
    List<String> rows = new ArrayList<>();
    boolean expected = false;
    for (String line : Files.readAllLines(CASES.resolve(name).resolve("expected.txt"))) {
      if (line.startsWith("EXPECTED")) {
        expected = true;
      } else if (line.startsWith("NOTE")) {
        expected = false;
      } else if (expected
          && line.split(",", -1).length == 8
          && line.matches("\\w+,(abstract|title),.*")) {
        rows.add(
            line.endsWith(IMMUNE_BY_THE_GUIDELINES) ? line.replace(",other,", ",immune,") : line);
      }
    }
    assertThat(rows).isNotEmpty();
    return name.startsWith("07") && input.endsWith("xml")
        ? List.of(
            "90100007,abstract,16,55,CD4<sup>+</sup>CD25<sup>+</sup> T cells,CELL,immune,CL:0000792")
        : rows;
  }
}
