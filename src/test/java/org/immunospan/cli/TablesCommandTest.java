package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TablesCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path result;

  @BeforeEach
  void writeResult() throws IOException {
    result = Files.createDirectory(folder.resolve("result"));
    StringBuilder spans =
        new StringBuilder(
            "doc_id,section,sentence,begin,end,text,type,subtype,identifier,name,score,source,"
                + "long_form,lineage\n");
    StringBuilder documents =
        new StringBuilder(
            "doc_id,title,text,year,journal,doi,language,publication_types,sha256,source_file\n");
    for (int i = 1; i <= 4; i++) {
      spans
          .append(i)
          .append(",title,1,0,4,IL-2,GENE,,,,0.9,m,,\n")
          .append(i)
          .append(",title,1,11,16,Tregs,CELL,immune,CL:0000815,regulatory T cell,1.0,m,,T cell\n")
          .append(i)
          .append(",title,1,22,32,<rituximab,THERAPY,biologic,drugbank:DB00073,Rituximab,,m,,\n");
      documents.append(i).append(",t,IL-2 helps Tregs with <rituximab & more.,20");
      documents.append(10 + i).append(",J Immunol,,eng,,,\n");
    }
    documents.append("5,t,Nothing here,2014,Blood,,eng,,,\n");
    Files.writeString(result.resolve("spans.csv"), spans);
    Files.writeString(result.resolve("documents.csv"), documents);
  }

  private int run(Object command, Object... arguments) {
    String[] strings = new String[arguments.length];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = arguments[i].toString();
    }
    CommandLine commandLine = new CommandLine(command);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    commandLine.setExecutionExceptionHandler(
        (e, line, parsed) -> {
          assertThat(e).isInstanceOf(UserException.class);
          line.getErr().println(e.getMessage());
          return 2;
        });
    return commandLine.execute(strings);
  }

  private String page() throws IOException {
    Path tables = folder.resolve("tables");
    assertThat(run(new TablesCommand(), result, "--out", tables)).isZero();
    return Files.readString(tables.resolve("report.html"));
  }

  @Test
  void makes_tables_and_a_page_that_needs_no_network() throws IOException {
    String page = page();

    assertThat(err.toString()).contains("5 documents, 12 mentions of 3 concepts, 3 pairs");
    assertThat(page.replace("https://pubmed.ncbi.nlm.nih.gov/", ""))
        .doesNotContain("http:", "https:", "src=", "@import", "NaN", "null");
    assertThat(page)
        .contains(
            "regulatory T cell", "&lt;rituximab</mark> &amp; more", "5 documents, 2011 to 2014")
        .doesNotContain("<rituximab");
    assertThat(folder.resolve("tables").resolve("cooccurrence.csv")).isNotEmptyFile();
    JsonNode origin =
        new ObjectMapper().readTree(folder.resolve("tables").resolve("tables.json").toFile());
    assertThat(origin.path("inputs").size()).isEqualTo(2);
    assertThat(origin.at("/options/min-shared").asInt()).isEqualTo(2);
  }

  /** On the 44 abstracts of the demonstration, which have ties of every kind. */
  @Test
  void neither_the_order_of_rows_nor_threads_nor_the_locale_change_a_byte() throws IOException {
    Path golden = Path.of("src/test/resources/golden/product");
    Path shuffled = Files.createDirectory(folder.resolve("shuffled"));
    for (String name : List.of("spans.csv", "documents.csv", "markers.csv")) {
      shuffle(golden.resolve(name), shuffled.resolve(name));
    }
    List<Path> made = List.of(folder.resolve("one"), folder.resolve("two"));

    assertThat(run(new TablesCommand(), golden, "--out", made.get(0), "--threads", 1)).isZero();
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(run(new TablesCommand(), shuffled, "--out", made.get(1), "--threads", 3)).isZero();
    } finally {
      Locale.setDefault(locale);
    }

    List<String> files =
        List.of(
            "report.html",
            "datapackage.json",
            "concepts.csv",
            "document_concepts.csv",
            "cooccurrence.csv",
            "triads.csv",
            "trends.csv",
            "markers.csv",
            "unlinked.csv");
    for (String file : files) {
      assertThat(made.get(1).resolve(file))
          .as(file)
          .hasSameTextualContentAs(made.get(0).resolve(file));
    }
    assertThat(made.get(0).resolve("report.html")).content().contains("regulatory T cell and ");
  }

  private static void shuffle(Path from, Path to) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    List<CSVRecord> rows;
    try (CSVParser parser = CSVParser.parse(from, StandardCharsets.UTF_8, format)) {
      rows = new ArrayList<>(parser.getRecords());
    }
    Collections.shuffle(rows.subList(1, rows.size()), new Random(7));
    try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(to), format)) {
      printer.printRecords(rows);
    }
  }

  @Test
  void filters_that_nothing_passes_are_named() throws IOException {
    Path only = Files.writeString(folder.resolve("only.txt"), "CL:0000815\nCL:9\n\ndrugbank:DB1\n");

    assertThat(
            run(
                new TablesCommand(),
                result,
                "--out",
                folder.resolve("a"),
                "--types",
                "cell,therapy",
                "--lineage",
                "t cell",
                "--section",
                "Title,results",
                "--journal",
                "J IMMUNOL",
                "--publication-type",
                "Review",
                "--only",
                only))
        .isZero();
    assertThat(err.toString().lines())
        .containsExactly(
            "note: no document has the publication type Review",
            "note: no mention has the section results",
            "note: there is no mention of CL:0000815, CL:9, drugbank:DB1",
            "0 documents, 0 mentions of 0 concepts, 0 pairs");
    JsonNode options =
        new ObjectMapper()
            .readTree(folder.resolve("a").resolve("tables.json").toFile())
            .path("options");
    assertThat(options.toString())
        .isEqualTo(
            "{\"type\":[\"CELL\",\"THERAPY\"],\"lineage\":[\"T cell\"],"
                + "\"section\":[\"title\",\"results\"],\"journal\":[\"J IMMUNOL\"],"
                + "\"publication-type\":[\"Review\"],"
                + "\"only\":[\"CL:0000815\",\"CL:9\",\"drugbank:DB1\"],"
                + "\"min-shared\":2,\"roll-up\":false,\"orthologues\":false}");
  }

  @Test
  void pages_of_next_to_nothing_are_sound() throws IOException {
    String spans = Files.readString(result.resolve("spans.csv"));
    String documents = Files.readString(result.resolve("documents.csv"));
    String header = spans.lines().findFirst().orElseThrow() + "\n";
    String ofDocuments = documents.lines().findFirst().orElseThrow() + "\n";

    Files.writeString(result.resolve("spans.csv"), header);
    Files.writeString(result.resolve("documents.csv"), ofDocuments);
    assertThat(page()).contains("0 documents.").doesNotContain("<table", "NaN", "null", "Infinity");

    // One document, without a year.
    Files.writeString(
        result.resolve("spans.csv"),
        spans.lines().limit(3).collect(Collectors.joining("\n", "", "\n")));
    Files.writeString(
        result.resolve("documents.csv"), ofDocuments + "1,t,IL-2 helps Tregs,,,,,,,\n");
    assertThat(run(new TablesCommand(), result, "--out", folder.resolve("one"))).isZero();
    assertThat(folder.resolve("one").resolve("report.html"))
        .content()
        .contains("1 document.", ">regulatory T cell</button>", "PMID 1")
        .doesNotContain("Documents by year", "NaN", "null", "Infinity");
    assertThat(err.toString()).contains("note: not in trends, since they have no year: 1 document");

    assertThat(run(new QueryCommand(), folder.resolve("one"), "SELECT * FROM trends")).isZero();
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void tables_are_replaced_only_when_asked_and_in_all_formats() throws IOException {
    Path tables = folder.resolve("tables");
    page();
    Path notes = Files.writeString(tables.resolve("notes.txt"), "mine");
    String concepts = Files.readString(tables.resolve("concepts.csv"));

    assertThat(run(new TablesCommand(), result, "--out", tables, "--format", "parquet"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("expected a folder without tables, or --overwrite");
    assertThat(tables.resolve("concepts.csv")).hasContent(concepts);

    assertThat(
            run(new TablesCommand(), result, "--out", tables, "--format", "parquet", "--overwrite"))
        .isZero();
    assertThat(tables.resolve("concepts.csv")).doesNotExist();
    assertThat(tables.resolve("concepts.parquet")).isNotEmptyFile();
    assertThat(notes).hasContent("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --subtype       | imune  | --subtype: expected immune, other, drug, drug class, biologic, vaccine,
          --lineage       | T      | --lineage: expected B cell, NK cell or ILC, T cell, dendritic cell,
          --min-score     | 2      | --min-score: expected a number from 0 to 1, found 2.0
          --min-documents | 0      | --min-documents: expected a number from 1, found 0
          --min-shared    | 0      | --min-shared: expected a number from 1, found 0
          --threads       | -1     | --threads: expected a number from 1, found -1
          --memory        | much   | --memory: expected a size such as 1200MB or 4GB, found much
          --only          | no.txt | no.txt: no such file or folder
          """)
  void a_wrong_option_is_explained(String option, String value, String message) {
    assertThat(run(new TablesCommand(), result, "--out", folder.resolve("x"), option, value))
        .isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains(message);
    assertThat(folder.resolve("x").resolve("immunospan.duckdb")).doesNotExist();
  }

  @Test
  void describes_every_column_of_every_file() throws IOException {
    page();

    Path tables = folder.resolve("tables");
    JsonNode resources =
        new ObjectMapper().readTree(tables.resolve("datapackage.json").toFile()).path("resources");
    assertThat(resources).hasSize(7);
    for (JsonNode resource : resources) {
      Path file = tables.resolve(resource.path("path").asText());
      try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
        List<String> header = rows.iterator().next().toList();
        JsonNode fields = resource.at("/schema/fields");
        assertThat(fields.findValuesAsText("name")).isEqualTo(header);
        for (CSVRecord row : rows) {
          for (int i = 0; i < header.size(); i++) {
            assertThat(row.get(i)).as(header.get(i)).matches(pattern(fields.get(i)));
          }
        }
      }
    }
  }

  /** What values of a type look like; an empty one is missing. */
  private static String pattern(JsonNode field) {
    return switch (field.path("type").asText()) {
      case "string" -> "(?s).*";
      case "integer" -> "(-?[0-9]+)?";
      case "number" -> "(-?[0-9]+(\\.[0-9]+)?(e[-+]?[0-9]+)?)?";
      default -> throw new IllegalArgumentException(field.toString());
    };
  }

  /** Needs the browser Chromium, and is passed over where there is none. */
  @Test
  void a_click_on_the_heat_map_shows_the_sentences() throws Exception {
    String dom =
        inBrowser(
            page()
                .replace(
                    "</body>",
                    "<script>document.querySelector('.matrix button').click()</script></body>"));

    String dialog = dom.substring(dom.indexOf("<dialog"), dom.indexOf("</dialog>"));
    assertThat(dialog)
        .startsWith("<dialog id=\"dialog\" aria-labelledby=\"dialog-title\" open=\"\">");
    assertThat(dialog)
        .contains("regulatory T cell and IL-2: 4 documents, 4 sentences")
        .contains("3 of 4 documents with both in a sentence, newest first")
        .contains("<mark class=\"t1\" title=\"regulatory T cell CL:0000815\">Tregs</mark>")
        .contains("<a href=\"https://pubmed.ncbi.nlm.nih.gov/4/\">PMID 4</a> J Immunol 2014");
  }

  /** The same by the keyboard alone: the focus goes to the sentences and comes back. */
  @Test
  void the_enter_key_shows_the_sentences_of_a_line_of_the_network() throws Exception {
    String dom =
        inBrowser(
            page()
                .replace(
                    "</body>",
                    """
                    <script>
                    const line = document.querySelector('.network line');
                    line.focus();
                    line.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
                    const inside = document.activeElement.closest('dialog') !== null;
                    document.querySelector('dialog').close();
                    const back = document.activeElement === line;
                    document.body.dataset.focus = inside + ' ' + back;
                    </script></body>\
                    """));

    assertThat(dom).contains("data-focus=\"true true\"");
  }

  /**
   * Needs Chromium and axe-core ({@code npm install --prefix target/axe axe-core}), and is passed
   * over where one is missing.
   */
  @ParameterizedTest
  @CsvSource({"1200,light", "375,light", "375,dark"})
  void the_page_has_no_serious_fault_of_accessibility(int width, String scheme) throws Exception {
    Path axe = Path.of("target/axe/node_modules/axe-core/axe.min.js");
    assumeTrue(Files.isRegularFile(axe), "no " + axe);
    String page =
        page()
            .replace("</body>", "<script>" + Files.readString(axe) + "</script></body>")
            .replace("&", "&amp;")
            .replace("\"", "&quot;");

    String dom =
        inBrowser(
            """
            <!doctype html><body><iframe style="width:%spx;height:900px;border:0" srcdoc="%s"></iframe>
            <script>
            const frame = document.querySelector('iframe');
            frame.onload = async () => {
              const result = await frame.contentWindow.axe.run();
              const faults = result.violations.filter(v => ['serious', 'critical'].includes(v.impact));
              const page = frame.contentDocument.documentElement;
              const fits = page.scrollWidth === page.clientWidth;
              frame.remove();
              document.body.textContent = 'passed ' + (result.passes.length > 15) + ', fits ' + fits
                + ', faults ' + faults.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' '));
            };
            </script></body>\
            """
                .formatted(width, page),
            "--virtual-time-budget=60000",
            "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1));

    assertThat(dom).contains("passed true, fits true, faults <");
  }

  /** The elements of a page once its scripts have run. */
  private String inBrowser(String page, String... options) throws Exception {
    String browser = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
    assumeTrue(Files.isExecutable(Path.of(browser)), "no Chromium at " + browser);
    Path file = Files.writeString(folder.resolve("page.html"), page);
    List<String> command =
        new ArrayList<>(
            List.of(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1300,1000",
                "--user-data-dir=" + folder.resolve("browser"),
                "--dump-dom"));
    command.addAll(List.of(options));
    command.add(file.toUri().toString());
    Path dom = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    return Files.readString(dom, StandardCharsets.UTF_8);
  }

  @Test
  void answers_questions_about_a_result_and_about_tables() throws IOException {
    page();

    assertThat(
            run(
                new QueryCommand(),
                result,
                "SELECT type, count(*) AS n FROM spans GROUP BY type ORDER BY type"))
        .isZero();
    assertThat(out.toString()).isEqualTo("type     n\nCELL     4\nGENE     4\nTHERAPY  4\n");
    assertThat(
            run(
                new QueryCommand(),
                folder.resolve("tables"),
                "SELECT name, identifier FROM concepts ORDER BY name;",
                "--format",
                "csv"))
        .isZero();
    assertThat(out.toString())
        .endsWith(
            "name,identifier\nIL-2,\nRituximab,drugbank:DB00073\nregulatory T cell,CL:0000815\n");
    assertThat(
            run(
                new QueryCommand(),
                folder.resolve("tables"),
                "SELECT doc_id, d.mentions, text FROM mentions JOIN document_concepts d"
                    + " USING (doc_id, name) WHERE name = 'Rituximab' AND doc_id = '2'",
                "--format",
                "csv"))
        .isZero();
    assertThat(out.toString()).endsWith("doc_id,mentions,text\n2,1,<rituximab\n");
    assertThat(run(new QueryCommand(), result, "SELECT 1 AS x UNION ALL SELECT 2", "--limit", 1))
        .isZero();
    assertThat(err.toString()).contains("note: the first 1 rows");
  }

  /** On the 44 abstracts of the demonstration, in all of which PD-1 comes with a biologic. */
  @Test
  void the_questions_of_the_readme_are_those_of_the_help_and_have_answers() throws IOException {
    List<String> questions = questions(Files.readString(Path.of("README.md")));
    String help = new CommandLine(new Main()).getSubcommands().get("query").getUsageMessage();
    Path golden = Path.of("src/test/resources/golden/product");
    Path tables = folder.resolve("of-golden");
    assertThat(run(new TablesCommand(), golden, "--out", tables)).isZero();

    assertThat(questions).hasSize(5).isEqualTo(questions(help));
    List<String> answered = new ArrayList<>();
    for (String question : questions) {
      int before = out.getBuffer().length();
      Path from = question.contains("cooccurrence") ? tables : golden;
      assertThat(run(new QueryCommand(), from, question)).as(err.toString()).isZero();
      if (out.toString().substring(before).lines().count() > 1) {
        answered.add(question);
      }
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(4);
  }

  private static List<String> questions(String text) {
    return Pattern.compile("immunospan query (?:result|tables) \"(SELECT [^\"]*,[^\"]*\n[^\"]*)\"")
        .matcher(text)
        .results()
        .map(found -> found.group(1).replaceAll("\\s+", " "))
        .toList();
  }

  @Test
  void a_wrong_question_is_explained_in_one_line() {
    assertThat(run(new QueryCommand(), result, "SELECT nope FROM spans")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("Binder Error: Referenced column \"nope\" not found");
    assertThat(run(new QueryCommand(), folder.resolve("x"), "SELECT 1")).isEqualTo(2);
    assertThat(err.toString())
        .contains("x: expected a result folder of annotate, found no such folder");
  }
}
