package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvaluateCommandTest {

  private static final String GOLD =
      """
      {"id": "a", "title": "IL-2 drives T cells", "abstract": "", "mentions": [\
      {"begin": 0, "end": 4, "type": "GENE", "text": "IL-2", "identifier": "hgnc:6001"},\
      {"begin": 12, "end": 19, "type": "CELL", "text": "T cells", "cls": "immune"}]}
      {"id": "b", "text": "TNF rose", "mentions": [\
      {"begin": 0, "end": 3, "type": "GENE", "text": "TNF"}]}
      """;

  private static final String SYSTEM =
      """
      doc_id,begin,end,text,type,identifier
      a,0,4,IL-2,GENE,hgnc:6001
      a,12,18,T cell,CELL,CL:0000084
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path gold;
  private Path system;

  @BeforeEach
  void writeFiles() throws IOException {
    gold = write("gold.jsonl", GOLD);
    system = write("spans.csv", SYSTEM);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private int run(Object... arguments) {
    String[] strings = new String[arguments.length];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = arguments[i].toString();
    }
    CommandLine commandLine = new CommandLine(new EvaluateCommand());
    commandLine.registerConverter(TypeMap.class, TypeMap::parse);
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (e, line, parsed) -> {
          assertThat(e).isInstanceOfAny(UserException.class, IOException.class);
          line.getErr()
              .println(
                  e instanceof NoSuchFileException
                      ? e.getMessage() + ": no such file"
                      : e.getMessage());
          return 2;
        });
    return commandLine.execute(strings);
  }

  @Test
  void links_the_genes_of_the_gold_and_scores_their_identifiers() throws IOException {
    Path json = folder.resolve("report.json");
    Path html = folder.resolve("report.html");

    int exitCode =
        run("--gold", gold, "--gold-spans", "--resamples", 20, "--json", json, "--html", html);

    assertThat(exitCode).isZero();
    assertThat(out.toString()).contains("identifiers of genes").contains("hgnc  all");
    JsonNode row = new ObjectMapper().readTree(json.toFile()).at("/gene_identifiers/columns/0");
    assertThat(row.path("column").asText()).isEqualTo("hgnc");
    assertThat(row.path("accuracy").asDouble()).isEqualTo(1);
    // TNF is linked, but this gold has no identifier for it.
    assertThat(row.at("/end_to_end/precision").asDouble()).isEqualTo(0.5);
    assertThat(html).content().contains("Identifiers of genes").contains("<td>hgnc</td>");
  }

  @Test
  void takes_spans_or_the_gold_not_both() {
    assertThat(run("--gold", gold, "--gold-spans", "--system", system)).isEqualTo(2);
    assertThat(err.toString()).contains("--gold-spans takes the place of --system");
  }

  @Test
  void prints_scores_and_tells_what_is_missing_on_one_side() throws IOException {
    Path more = write("more.csv", SYSTEM + "zzz,0,1,x,GENE,\na,5,11,drives,Verb,\n");

    int exitCode = run("--gold", gold, "--system", more, "--resamples", 0);

    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("  GENE           1.0000    0.5000    0.6667     1   0   1\n")
        .contains("  all            0.5000    0.3333    0.4000     1   1   2\n");
    assertThat(err.toString().lines())
        .containsExactly(
            "note: " + more + ": left out, since not in the gold: 1 document, e.g. zzz",
            "note: " + more + ": no spans in 1 document with gold; all of it counts as missed",
            "note: " + more + ": types not scored: Verb 1");
  }

  @Test
  void writes_every_report() throws IOException {
    Path other = write("other.csv", SYSTEM + "b,0,3,TNF,GENE,\n");
    int exitCode =
        run(
            "--gold",
            gold,
            "--system",
            system,
            "--compare",
            other,
            "--seen",
            gold,
            "--json",
            folder.resolve("r.json"),
            "--errors",
            folder.resolve("e.csv"),
            "--html",
            folder.resolve("r.html"),
            "--gold-jsonl",
            folder.resolve("g.jsonl"));

    assertThat(exitCode).isZero();
    assertThat(folder.resolve("r.json")).content().contains("\"comparison\"");
    assertThat(folder.resolve("e.csv"))
        .content()
        .contains("a,missed,boundary right,CELL,12,19,T cells,CELL,12,18,T cell,\"IL-2 drives \",");
    assertThat(folder.resolve("r.html")).content().startsWith("<!doctype html>");
    assertThat(folder.resolve("g.jsonl")).content().contains("\"identifier\":\"hgnc:6001\"");
    assertThat(out.toString()).contains("randomisation test").contains("seen in training");
  }

  @Test
  void takes_a_scheme_in_any_case() {
    assertThat(run("--gold", gold, "--system", system, "--match", "OVERLAP")).isZero();
    assertThat(run("--gold", gold, "--system", system, "--match", "Strict")).isZero();
  }

  @Test
  void converts_gold_without_a_system() {
    assertThat(run("--gold", gold, "--gold-jsonl", folder.resolve("g.jsonl"))).isZero();
    assertThat(folder.resolve("g.jsonl")).isNotEmptyFile();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GENE, 0.6, 0",
    "GENE, 0.7, 1",
    "'GENE,CELL', 0.1, 1",
    "THERAPY, 0, 1",
    "'GENE,THERAPY', 0.6, 0",
  })
  void is_a_gate_for_the_worst_type_that_is_defined(String types, String least, int exitCode) {
    assertThat(run("--gold", gold, "--system", system, "--types", types, "--min-f1", least))
        .isEqualTo(exitCode);
    assertThat(err.toString().contains("falls short")).isEqualTo(exitCode == 1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --types Gene     | --types: expected one of CELL, GENE, THERAPY, found 'Gene'
          --types CELL/immun | --types: expected a class of CELL: immune, other, found 'immun'
          --types GENE/x   | --types: expected no class, since GENE has none, found 'x'
          --types /immune  | --types: expected a type such as GENE or CELL/immune, found
          --map biored2    | expected THEIRS=OURS pairs separated by commas or one of anatem,
          --match fuzzy    | '--match': expected one of [STRICT, EXACT, PARTIAL, TYPE, OVERLAP]
          --offsets bytes  | '--offsets': expected one of [CODEPOINTS, UTF16]
          --min-f1 7       | --min-f1: expected a number from 0 to 1, found 7.0
          --resamples -1   | --resamples, --shuffles: expected a number from 0
          --compare none   | none: no such file
          --seen none      | none: no such file
          --json no/r.json | no/r.json: cannot be written
          """)
  void refuses_wrong_use(String option, String message) {
    String[] parts = option.split(" ", 2);

    int exitCode = run("--gold", gold, "--system", system, parts[0], parts[1]);

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void refuses_unreadable_input_in_one_line() throws IOException {
    Path broken = write("broken.csv", SYSTEM + "a,0,4,IL-3,GENE,\n");

    assertThat(run("--gold", gold, "--system", broken)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            broken
                + ":4: document a: text \"IL-3\" is not at [0, 4), which holds \"IL-2\""
                + System.lineSeparator());
    assertThat(run("--gold", folder.resolve("none"), "--system", system)).isEqualTo(2);
    assertThat(run("--gold", gold)).isEqualTo(2);
  }

  @Test
  void tells_of_gold_that_does_not_stand_at_its_text_and_of_types_left_out() throws IOException {
    Path pubtator =
        write(
            "x.txt",
            """
            a|t|IL-2 drives T cells
            a|a|
            a\t0\t4\tIL-2\tGene\t3558
            a\t1\t4\tIL-2\tGene\t3558
            a\t5\t11\tdrives\tVerb
            """);

    assertThat(run("--gold", pubtator, "--system", system, "--map", "Gene=GENE", "--resamples", 0))
        .isZero();
    assertThat(out.toString()).contains("  GENE  1.0000    1.0000    1.0000     1   0   0\n");
    assertThat(out.toString())
        .contains("  not scored: 1 gold mention that could not be placed, and 0 system spans");
    assertThat(err.toString())
        .contains("x.txt:4: document a: gold text \"IL-2\" is not at [1, 4)")
        .contains("note: left out of the counts, see above: 1 gold mention")
        .contains("note: gold types left out by --map: Verb 1")
        .contains("types not scored: CELL 1");
  }

  @Test
  void ignores_spans_that_touch_gold_that_could_not_be_placed() throws IOException {
    Path pubtator =
        write(
            "x.txt",
            """
            a|t|IL-2 drives T cells by IL-7
            a|a|
            a\t1\t5\tIL-2\tGene\t3558
            a\t99\t103\tIL-7\tGene\t3574
            """);
    Path spans =
        write(
            "s.csv",
            """
            doc_id,begin,end,text,type
            a,0,4,IL-2,GENE
            a,23,27,IL-7,GENE
            a,12,13,T,GENE
            """);
    Path json = folder.resolve("r.json");
    Path html = folder.resolve("r.html");

    assertThat(
            run(
                "--gold",
                pubtator,
                "--system",
                spans,
                "--map",
                "Gene=GENE",
                "--resamples",
                0,
                "--json",
                json,
                "--html",
                html))
        .isZero();
    assertThat(out.toString())
        .contains("  GENE  0.0000         0.0000     0   1   0\n")
        .contains("  not scored: 2 gold mentions that could not be placed, and 2 system spans");
    assertThat(json).content().contains("\"ignored_system_spans\" : 2");
    assertThat(html).content().contains("could not be placed: 2 system spans.");
  }

  @Test
  void help_lists_the_presets() {
    assertThat(new CommandLine(new EvaluateCommand()).getUsageMessage())
        .contains("jnlpba       protein=GENE,DNA=GENE,RNA=GENE,cell_type=CELL");
  }
}
