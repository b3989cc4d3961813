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
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  @Test
  void describes_every_column_of_every_file() throws IOException {
    page();

    Path tables = folder.resolve("tables");
    JsonNode resources =
        new ObjectMapper().readTree(tables.resolve("datapackage.json").toFile()).path("resources");
    assertThat(resources).hasSize(7);
    for (JsonNode resource : resources) {
      List<String> names = new ArrayList<>();
      resource.at("/schema/fields").forEach(field -> names.add(field.path("name").asText()));
      Path file = tables.resolve(resource.path("path").asText());
      assertThat(Files.readAllLines(file).get(0)).isEqualTo(String.join(",", names));
    }
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

  @Test
  void a_wrong_question_is_explained_in_one_line() {
    assertThat(run(new QueryCommand(), result, "SELECT nope FROM spans")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("\"nope\" not found");
    assertThat(run(new QueryCommand(), folder.resolve("x"), "SELECT 1")).isEqualTo(2);
    assertThat(err.toString())
        .contains("x: expected a result folder of annotate, found no such folder");
  }
}
