package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Whole command lines, in process. */
class CliTest extends CapturedOutput {

  static final String THREE_ABSTRACTS =
      """
      {"id": "a", "title": "Mutant SOD1.", "abstract": "𝛼 cells die. It activates microglia."}
      {"id": "b", "title": "Naïve e\u0301 T cells", "abstract": ""}
      {"id": "c", "text": "Chemotherapy spared macrophages."}
      """;

  static final String EXPECTED_ROW = "a,abstract,3,39,48,microglia,CELL,immune,CL:0000129,";

  private static final String DEMO = "corpora/demo/abstracts.xml";

  @TempDir private Path folder;

  @Test
  void writes_the_four_files_of_the_contract() throws IOException {
    int exitCode = annotate(write("three.jsonl", THREE_ABSTRACTS));

    assertThat(exitCode).isZero();
    assertThat(result("spans.csv")).contains(EXPECTED_ROW);
    assertThat(rows("documents.csv"))
        .extracting(row -> row.get("doc_id"))
        .containsExactly("a", "b", "c");
    assertThat(result("errors.csv")).isEqualTo("source_file,place,doc_id,message\n");
    assertThat(result("markers.csv")).isEqualTo("doc_id,begin,end,marker,level,identifier\n");
    assertThat(result("run.json")).contains("\"documents\" : 3");
    assertThat(err()).contains("3 documents in ");
  }

  @Test
  void gives_the_same_bytes_on_any_number_of_threads() {
    Path one = folder.resolve("one");
    Path three = folder.resolve("three");
    run("annotate", DEMO, "--out", one.toString(), "--threads", "1");
    run("annotate", DEMO, "--out", three.toString(), "--threads", "3");

    for (String file : List.of("spans.csv", "markers.csv", "documents.csv", "errors.csv")) {
      assertThat(three.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
  }

  @Test
  void every_row_is_the_slice_of_its_document_in_code_points() throws IOException {
    annotate(DEMO, "--cells", "all");

    Map<String, int[]> texts = new HashMap<>();
    for (CSVRecord row : rows("documents.csv")) {
      texts.put(row.get("doc_id"), row.get("text").codePoints().toArray());
    }
    List<CSVRecord> spans = rows("spans.csv");
    assertThat(texts).hasSize(44);
    assertThat(spans).hasSizeGreaterThan(500);
    for (CSVRecord row : spans) {
      int begin = Integer.parseInt(row.get("begin"));
      int length = Integer.parseInt(row.get("end")) - begin;
      assertThat(new String(texts.get(row.get("doc_id")), begin, length))
          .isEqualTo(row.get("text"));
    }
  }

  @Test
  void resumes_a_run_that_was_cut_before_its_parts_were_joined() throws IOException {
    annotate(DEMO, "--parts");
    String spans = result("spans.csv");
    String report = result("run.json");
    assertThat(result("parts/spans/00001.csv")).isEqualTo(spans);
    unfinish();
    Files.writeString(folder.resolve("out/spans.csv.part"), "half a ro");

    int exitCode = annotate(DEMO, "--resume");

    assertThat(exitCode).isZero();
    assertThat(result("spans.csv")).isEqualTo(spans);
    assertThat(counts(result("run.json"))).isEqualTo(counts(report));
    assertThat(folder.resolve("out/parts")).doesNotExist();
  }

  @Test
  void adds_to_a_result_and_verifies_it() throws IOException {
    String out = folder.resolve("out").toString();
    annotate(write("a.jsonl", "{\"id\": \"1\", \"text\": \"T cells.\"}"), "--quiet");
    assertThat(err()).isEmpty();
    String more = write("b.jsonl", "{\"id\": \"2\", \"text\": \"IL-2 acts on B cells.\"}");

    assertThat(run("annotate", more, "--onto", out)).isZero();

    assertThat(rows("documents.csv"))
        .extracting(row -> row.get("doc_id"))
        .containsExactly("1", "2");
    assertThat(err()).contains("1 document and 1 before");
    assertThat(run("verify", out)).isZero();
    Files.writeString(
        folder.resolve("out/spans.csv"), result("spans.csv").replace("T cells", "T-cells"));
    assertThat(run("verify", out)).isEqualTo(3);
  }

  @Test
  void does_not_resume_on_other_documents() throws IOException {
    String input = write("a.jsonl", "{\"id\": \"1\", \"text\": \"T cells.\"}");
    annotate(input, "--parts");
    unfinish();
    write("a.jsonl", "{\"id\": \"1\", \"text\": \"B cells.\"}");

    int exitCode = annotate(input, "--resume");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err()).contains("changed since the interrupted run has read it");
  }

  @Test
  void does_not_resume_with_other_options() throws IOException {
    annotate(DEMO, "--parts");
    unfinish();

    int exitCode = annotate(DEMO, "--resume", "--cells", "all");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err()).contains("cells was immune and is all");
  }

  @Test
  void does_not_replace_results_unless_asked_to() throws IOException {
    String input = write("a.jsonl", "{\"id\": \"1\", \"text\": \"T cells.\"}");
    annotate(input);
    String before = result("spans.csv");

    assertThat(annotate(input)).isEqualTo(2);
    assertThat(err())
        .contains("holds the results of a complete run; choose another folder, or replace them");
    assertThat(result("spans.csv")).isEqualTo(before);

    unfinish();
    assertThat(annotate(input)).isEqualTo(2);
    assertThat(err()).contains("holds an interrupted run; go on with it by --resume");

    assertThat(annotate(input, "--overwrite")).isZero();
    assertThat(result("spans.csv")).isEqualTo(before);
  }

  @Test
  void does_not_replace_a_file_of_the_users() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/spans.csv"), "mine");

    assertThat(annotate(DEMO)).isEqualTo(2);
    assertThat(err()).contains("holds a file spans.csv");
    assertThat(result("spans.csv")).isEqualTo("mine");
  }

  @Test
  void writes_only_the_types_and_scores_that_are_asked_for() throws IOException {
    annotate(DEMO, "--types", "gene,therapy", "--min-score", "0.9");

    assertThat(rows("spans.csv"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("type")).isIn("GENE", "THERAPY"))
        .allSatisfy(row -> assertThat(Double.parseDouble(row.get("score"))).isBetween(0.9, 1.0));
    assertThat(rows("markers.csv")).isEmpty();
    assertThat(rows("documents.csv")).hasSize(44);
  }

  @Test
  void a_run_that_reads_nothing_fails() throws IOException {
    assertThat(annotate(write("bad.jsonl", "{\"id\": 1,\n"))).isEqualTo(2);
    assertThat(rows("errors.csv")).hasSize(1);
  }

  @Test
  void writes_a_row_for_each_marker_of_a_cell() throws IOException {
    annotate(write("one.jsonl", "{\"id\": \"7\", \"text\": \"We sorted CD4+CD25hi T cells.\"}"));

    assertThat(result("markers.csv"))
        .endsWith("\n7,10,28,CD4,+,hgnc:1678\n7,10,28,CD25,hi,hgnc:6008\n");
  }

  @Test
  void writes_spans_to_standard_output() throws IOException {
    int exitCode = run("annotate", write("three.jsonl", THREE_ABSTRACTS), "--out", "-");

    assertThat(exitCode).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("doc_id,section,")
        .contains(EXPECTED_ROW);
  }

  @Test
  void shows_a_text_with_a_table_of_its_mentions() {
    int exitCode = run("annotate", "--text", "Rituximab depletes CD20+ B cells.");

    assertThat(exitCode).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("Rituximab depletes CD20+ B cells.\n\ntype ")
        .containsPattern("THERAPY +biologic +Rituximab +drugbank:DB00073 ")
        .containsPattern("CELL +immune +CD20\\+ B cells +CL:0000236 ")
        .containsPattern("GENE +CD20 +hgnc:7315 ");
    assertThat(err()).isEmpty();
  }

  @Test
  void shows_standard_input_as_json_without_a_folder_to_write_to() {
    InputStream realIn = System.in;
    System.setIn(new ByteArrayInputStream("TNF in mice".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("annotate", "-", "--json")).isZero();
    } finally {
      System.setIn(realIn);
    }

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains(
                        "\"abstract\":\"TNF in mice\"",
                        "\"begin\":0,\"end\":3,\"type\":\"GENE\",\"text\":\"TNF\""));
  }

  @Test
  void goes_on_after_a_bad_line_and_says_so() throws IOException {
    int exitCode = annotate(write("bad.jsonl", THREE_ABSTRACTS + "{\"id\": 1,\n"));

    assertThat(exitCode).isEqualTo(3);
    assertThat(rows("errors.csv"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("place")).startsWith("line 4"));
    assertThat(rows("documents.csv")).hasSize(3);
    assertThat(err()).contains("1 place could not be read or annotated");
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/golden/cli/wrong-use.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      quoteCharacter = '`')
  void explains_what_was_expected_and_what_was_found(
      String id, String commandLine, String message, String why) {
    String commands = String.join(", ", new CommandLine(new Main()).getSubcommands().keySet());

    int exitCode = run(commandLine.split(" "));

    assertThat(exitCode).as(why).isEqualTo(2);
    assertThat(err().lines().findFirst())
        .as(why)
        .contains("immunospan: " + message.replace("{commands}", commands));
    assertThat(out.size()).isZero();
  }

  @Test
  void shows_its_help() {
    assertThat(run("--help")).isZero();
    assertThat(run("evaluate", "--help")).isZero();
    assertThat(run("help", "train", "gene")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Usage: immunospan [")
        .contains("Usage: immunospan evaluate [")
        .contains("Usage: immunospan train gene [");
  }

  @Test
  void a_folder_may_hold_the_same_documents_in_two_formats() {
    int exitCode = annotate("corpora/demo");

    assertThat(exitCode).isZero();
    assertThat(err())
        .containsOnlyOnce("left out")
        .contains(
            "44 documents left out, with the identifier and text of an earlier one (for example ");
  }

  @Test
  void examples_of_the_help_fit_a_narrow_terminal() {
    ResourceBundle help = ResourceBundle.getBundle("org.immunospan.cli.help", Locale.ROOT);

    assertThat(help.keySet().stream().filter(key -> key.endsWith("footer")))
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(String.format(help.getString(key)).lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80)));
  }

  @Test
  void a_folder_may_hold_files_that_are_no_documents() throws IOException {
    Path input = Files.createDirectories(folder.resolve("input"));
    Files.writeString(input.resolve("README.md"), "What T cells are in here.");
    Files.writeString(input.resolve("a.txt"), "T cells died.");

    int exitCode = annotate(input.toString());

    assertThat(exitCode).isZero();
    assertThat(err()).contains("input/README.md: left out: ").contains("1 document in ");
    assertThat(rows("documents.csv")).extracting(row -> row.get("doc_id")).containsExactly("a");
    assertThat(result("run.json")).contains("\"left_out\" : [ \"" + input + "/README.md\" ]");
  }

  @Test
  void keeps_the_first_of_two_documents_with_one_identifier() throws IOException {
    int exitCode =
        annotate(
            write(
                "twice.jsonl",
                """
                {"id": "a", "text": "T cells."}
                {"id": "a", "text": "B cells."}
                """));

    assertThat(exitCode).isEqualTo(3);
    assertThat(result("errors.csv")).contains("document 2,a,found the identifier of an earlier");
    assertThat(result("documents.csv")).contains("T cells.").doesNotContain("B cells.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "annotate",
        "annotate no-such-file --out x",
        "annotate corpora --out x --format docx",
        "annotate corpora --out x --threads 0",
        "annotate corpora --out x --model mouse=y",
        "annotate corpora --out - --resume",
        "annotate corpora --out x --resume --overwrite",
        "annotate corpora --out x --min-score 2",
        "annotate corpora --out x --types tumour",
        "annotate corpora --out pom.xml",
        "annotate corpora --out pom.xml/x",
        "anotate corpora",
        "graphs",
        "graphs --help",
        "graphs DIR --help",
        "help graphs",
        "help train graphs",
        ""
      })
  void explains_wrong_use_in_one_line(String commandLine) {
    int exitCode = run(commandLine.isEmpty() ? new String[0] : commandLine.split(" "));

    assertThat(exitCode).isEqualTo(2);
    assertThat(err()).startsWith("immunospan: ").doesNotContain("\tat ");
    assertThat(err().lines().count()).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gene", "cell", "therapy"})
  void explains_a_model_that_cannot_be_read(String type) throws IOException {
    String model = write("broken.bin", "not a model\n");

    int exitCode = annotate(DEMO, "--model", type + "=" + model);

    assertThat(exitCode).isEqualTo(2);
    assertThat(err()).contains("broken.bin").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({
    "gene, 'expected gene=FILE, cell=FILE or therapy=FILE, found gene'",
    "gene=, 'expected gene=FILE, cell=FILE or therapy=FILE, found gene='",
    "=y, 'expected gene=FILE, cell=FILE or therapy=FILE, found =y'",
    "mouse=y, 'expected gene=FILE, cell=FILE or therapy=FILE, found mouse=y'",
    "gene=corpora, 'corpora: found a folder, expected an OpenNLP name-finder model'",
    "cell=corpora, 'corpora: found a folder, expected a cell model of this program'",
    "therapy=corpora, 'corpora: found a folder, expected a therapy model of this program'",
    "gene=no-such-file, 'no-such-file: found no such file, expected an OpenNLP name-finder model'"
  })
  void explains_a_model_that_is_no_file(String model, String explanation) {
    int exitCode = annotate(DEMO, "--model", model);

    assertThat(exitCode).isEqualTo(2);
    assertThat(err()).isEqualTo("immunospan: --model: " + explanation + System.lineSeparator());
  }

  @Test
  void refuses_two_models_for_one_type() {
    int exitCode =
        annotate(DEMO, "--model", "gene=models/gene.bin", "--model", "gene=models/gene-bc2gm.bin");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err()).contains("found a second gene=models/gene-bc2gm.bin");
  }

  @Test
  void refuses_a_folder_for_a_lexicon() {
    int exitCode = annotate(DEMO, "--lexicon", "corpora");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err()).contains("--lexicon: corpora: found a folder, expected a lexicon");
  }

  @ParameterizedTest
  @CsvSource({
    "models/gene.bin, gene, 50, found its end too early",
    "models/cell.bin, cell, 90, found its end too early",
    "models/gene.bin, gene, 0, found something else",
    "models/sentences.bin, gene, 100, SentenceDetectorME",
    "models/gene.bin, cell, 100, expected a cell model of this program",
    "models/cell.bin, gene, 100, expected one for genes"
  })
  void explains_a_model_that_is_cut_or_another(
      Path model, String type, int percent, String explanation) throws IOException {
    byte[] content = Files.readAllBytes(model);
    Path part = folder.resolve("part.bin");
    Files.write(part, Arrays.copyOf(content, (int) ((long) content.length * percent / 100)));

    int exitCode = annotate(DEMO, "--model", type + "=" + part);

    assertThat(exitCode).isEqualTo(2);
    assertThat(err())
        .startsWith("immunospan: part.bin: ")
        .contains(explanation, "expected")
        .doesNotContain("\tat ");
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  /** Leaves the folder as a run leaves it that is cut before its end. */
  private void unfinish() throws IOException {
    Path out = folder.resolve("out");
    String settings = Files.readString(out.resolve("run.json"));
    int inputs = settings.indexOf("  \"inputs\" : [ {");
    Files.writeString(
        out.resolve("run.unfinished.json"),
        settings
                .substring(0, inputs)
                .replaceAll("\"started\" : \"[^\"]*\"", "\"started\" : \"\"")
                .replaceAll("\"seconds\" : [^,]*", "\"seconds\" : 0.0")
            + "  \"inputs\" : [ ],\n"
            + "  \"left_out\" : [ ],\n"
            + "  \"results\" : [ ],\n"
            + "  \"counts\" : { }\n"
            + "}\n");
    for (String file : List.of("run.json", "spans.csv", "documents.csv")) {
      Files.delete(out.resolve(file));
    }
  }

  private static String counts(String report) {
    return report.substring(report.indexOf("\"counts\""));
  }

  private int annotate(String input, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("annotate", input, "--out", folder.resolve("out").toString()));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private String result(String file) throws IOException {
    return Files.readString(folder.resolve("out").resolve(file));
  }

  private List<CSVRecord> rows(String file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(result(file), format)) {
      return parser.getRecords();
    }
  }
}
