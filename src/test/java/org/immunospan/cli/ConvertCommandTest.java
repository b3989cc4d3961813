package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.immunospan.format.csv.CsvTable;
import org.immunospan.format.eutils.NcbiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code convert}, and {@code annotate --to}. */
class ConvertCommandTest extends CapturedOutput {

  private static final String GOLD =
      """
      {"id":"7","title":"SOD1 in 𝛼 mice","abstract":"CD4+ T cells die.","mentions":[\
      {"begin":0,"end":4,"type":"GENE","text":"SOD1","cls":"","identifier":"hgnc:11179"},\
      {"begin":15,"end":27,"type":"CELL","text":"CD4+ T cells","cls":"immune","identifier":""},\
      {"begin":15,"end":18,"type":"GENE","text":"CD4","cls":"","identifier":"hgnc:1678"}]}
      """;

  private static final String SAME =
      """
      7,title,,0,4,SOD1,GENE,,hgnc:11179,,,,,,,,,,
      7,abstract,,15,27,CD4+ T cells,CELL,immune,,,,,,,,,,,
      7,abstract,,15,18,CD4,GENE,,hgnc:1678,,,,,,,,,,
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "jsonl, documents.jsonl",
    "bioc-xml, documents.bioc.xml",
    "bioc-json, documents.bioc.json",
    "pubannotation, documents.pubannotation.json"
  })
  void gold_goes_out_and_comes_in_again(String format, String file) throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);

    assertThat(convert(gold, "one", format)).isZero();
    assertThat(convert(folder.resolve("one/" + file), "two", "csv")).isZero();

    assertThat(Files.readString(folder.resolve("two/spans.csv")).replaceFirst(".*\n", ""))
        .isEqualTo(format.equals("pubannotation") ? SAME.replace("7,title", "7,abstract") : SAME);
    assertThat(Files.readString(folder.resolve("two/errors.csv"))).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"run.json", "run.unfinished.json"})
  void files_of_a_run_are_never_replaced(String file) throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);
    Path result = Files.createDirectory(folder.resolve("one"));
    Files.writeString(result.resolve(file), "{}");
    Path errors = Files.writeString(result.resolve("errors.csv"), "as annotate wrote it");

    assertThat(convert(gold, "one", "jsonl")).isEqualTo(2);

    assertThat(err()).contains("one: holds the results of a run; choose another folder");
    assertThat(errors).hasContent("as annotate wrote it");
    assertThat(result.resolve("documents.jsonl")).doesNotExist();
  }

  @Test
  void parquet_is_written_instead_of_csv_or_next_to_it() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);

    assertThat(convert(gold, "one", "parquet")).isZero();
    assertThat(convert(gold, "two", "parquet,csv")).isZero();
    assertThat(convert(gold, "one", "parquet")).isEqualTo(2);

    assertThat(err()).contains("spans.parquet: exists; choose another folder");
    try (var files = Files.list(folder.resolve("one"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("spans.parquet", "documents.parquet", "errors.csv");
    }
    assertThat(folder.resolve("two/spans.csv")).content().endsWith(SAME);
    for (String result : List.of("one", "two")) {
      assertThat(
              run(
                  "query",
                  folder.resolve(result).toString(),
                  "SELECT doc_id, \"begin\" + 1 AS next, text FROM spans ORDER BY 2",
                  "--format",
                  "csv"))
          .isZero();
      assertThat(out.toString(StandardCharsets.UTF_8))
          .endsWith("doc_id,next,text\n7,1,SOD1\n7,16,CD4+ T cells\n7,16,CD4\n");
    }
  }

  /** Against a server on this machine that answers as NCBI's does. */
  @Test
  void pmids_are_fetched_when_asked_and_come_from_the_cache_afterwards() throws IOException {
    String list = Files.writeString(folder.resolve("pmids.txt"), "22\n11\n999\n").toString();
    String cache = folder.resolve("cache").toString();
    String[] offline = {"convert", "--pmids", list, "--cache", cache, "--to", "jsonl", "--out", ""};

    offline[8] = folder.resolve("none").toString();
    assertThat(run(offline)).isEqualTo(2);
    assertThat(err()).contains("or --online to fetch them from NCBI, found 0 of 3 records");
    try (NcbiServer server = new NcbiServer(Set.of("11", "22"))) {
      System.setProperty("immunospan.eutils", server.base().toString());
      List<String> online = new ArrayList<>(List.of(offline));
      online.add("--online");
      assertThat(run(online.toArray(String[]::new))).isEqualTo(2);
      assertThat(err()).contains("--online: expected --email ADDRESS");
      assertThat(server.count()).isZero();

      online.addAll(List.of("--email", "me@example.org"));
      online.set(8, folder.resolve("one").toString());
      assertThat(run(online.toArray(String[]::new))).isZero();
      assertThat(server.count()).isEqualTo(1);
      assertThat(err()).contains("immunospan: PubMed has no record of 1 PMID: 999");
    } finally {
      System.clearProperty("immunospan.eutils");
    }
    offline[8] = folder.resolve("two").toString();
    assertThat(run(offline)).isZero();

    List<String> lines = Files.readAllLines(folder.resolve("one/documents.jsonl"));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("\"id\":\"22\"", "T cells of 22 & µ", "IL-2 helps.");
    assertThat(folder.resolve("two/documents.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("one/documents.jsonl"));
  }

  @Test
  void what_pmids_need_is_said() {
    assertThat(run("convert", "--to", "jsonl", "--out", "x")).isEqualTo(2);
    assertThat(err()).contains("expected INPUT or --pmids FILE, found neither");
    assertThat(run("annotate", "a.xml", "--online", "--out", folder.resolve("x").toString()))
        .isEqualTo(2);
    assertThat(err()).contains("--online, --email: expected --pmids FILE with them, found none");
  }

  @Test
  void what_a_format_cannot_hold_is_said_in_one_line() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);

    convert(gold, "one", "conll,w3c");

    assertThat(err())
        .contains(
            "conll: 1 overlapping mention left out; 1 mention with identifiers written without"
                + " them; 1 mention with a class written without it; 1 text written as tokens")
        .contains("w3c: 1 text left out; only the words around each mention are there")
        .contains("1 document written to");
  }

  @Test
  void a_result_in_csv_holds_what_annotate_wrote() throws IOException {
    Path result = folder.resolve("result");
    run("annotate", "corpora/demo/abstracts.xml", "--to", "bioc-json,brat", "--out", "" + result);

    convert(result.resolve("spans.csv"), "csv", "csv");
    convert(result.resolve("documents.bioc.json"), "json", "csv");
    convert(result.resolve("brat"), "brat", "csv");

    List<List<String>> rows = rows(result.resolve("spans.csv"));
    assertThat(rows).hasSizeGreaterThan(1000);
    assertThat(rows(folder.resolve("csv/spans.csv"))).isEqualTo(rows);
    assertThat(rows(folder.resolve("json/spans.csv"))).isEqualTo(rows);
    assertThat(rows(folder.resolve("brat/spans.csv"))).isEqualTo(rows);
    assertThat(Files.readString(result.resolve("brat/annotation.conf")))
        .startsWith("[entities]\nCELL\nGENE\nTHERAPY\n");
  }

  @Test
  void one_format_goes_to_standard_output() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);

    int exitCode = run("convert", gold.toString(), "--to", "pubtator", "--out", "-");

    assertThat(exitCode).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            7|t|SOD1 in 𝛼 mice
            7|a|CD4+ T cells die.
            7\t0\t4\tSOD1\tGENE\thgnc:11179
            7\t15\t27\tCD4+ T cells\tCELL\t
            7\t15\t18\tCD4\tGENE\thgnc:1678

            """);
  }

  @Test
  void types_can_be_chosen_and_renamed() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);

    run("convert", "" + gold, "--to", "csv", "--map", "GENE=Gene", "--out", "" + folder);

    assertThat(Files.readString(folder.resolve("spans.csv")))
        .contains("SOD1,Gene", "CD4,Gene")
        .doesNotContain("CELL");
  }

  @ParameterizedTest
  @CsvSource({"','", "'\t'"})
  void columns_of_a_table_may_have_any_names(String separator) throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("table.txt"),
            "nr,text,Headline,Body\n5,other,T cells,in mice\n".replace(",", separator));

    int exitCode =
        convert(table, "one", "jsonl", "--columns", "id=nr,title=Headline,abstract=Body");

    assertThat(exitCode).isZero();
    assertThat(Files.readString(folder.resolve("one/documents.jsonl")))
        .isEqualTo(
            "{\"id\":\"5\",\"title\":\"T cells\",\"abstract\":\"in mice\",\"mentions\":[]}\n");
  }

  @Test
  void what_cannot_be_read_is_named_and_the_rest_goes_on() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), "{\"id\":3}\n" + GOLD);

    int exitCode = convert(gold, "one", "jsonl");

    assertThat(exitCode).isEqualTo(3);
    assertThat(Files.readString(folder.resolve("one/errors.csv")))
        .contains("line 1,3,\"found neither title nor abstract");
    assertThat(Files.readString(folder.resolve("one/documents.jsonl"))).isEqualTo(GOLD);
  }

  @Test
  void files_are_not_replaced_unasked() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);
    convert(gold, "one", "jsonl,brat");

    assertThat(convert(gold, "one", "jsonl")).isEqualTo(2);
    assertThat(err()).contains("documents.jsonl: exists; choose another folder");
    assertThat(convert(gold, "one", "jsonl", "--overwrite")).isZero();
    assertThat(convert(gold, "one", "brat", "--overwrite")).isEqualTo(2);
    assertThat(err()).contains("expected no such folder, or an empty one, found files");
  }

  @ParameterizedTest
  @CsvSource({
    "convert a --to word --out b, '--to: expected some of csv, parquet, jsonl, bioc-xml,'",
    "'convert a --to csv,jsonl --out -', '--to: expected one format for standard output'",
    "convert a --to brat --out -, '--out -: expected a format of one file, found brat'",
    "convert a --to jsonl --map x --out b, --map: expected THEIRS=OURS",
    "convert a --to jsonl --columns id --out b, --columns: expected such as id=pmid",
    "convert a --to jsonl --columns id=x --out b, '--columns: expected title, abstract or text'",
    "convert a --to jsonl --columns text=x --out b, expected CSV as in RFC 4180",
    "annotate a --to jsonl --resume --out b, --to: only CSV can be resumed",
    "'convert a --to parquet --out -', '--to parquet: expected a folder in --out, found standard output'",
    "'annotate a --to parquet --out -', '--to parquet: expected a folder in --out, found standard output'",
    "'annotate a --to jsonl,w3c --out -', '--to: expected one format for standard output'"
  })
  void wrong_use_is_explained(String command, String message) throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);
    String[] arguments = command.split(" ");
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i].equals("a") ? gold.toString() : arguments[i];
      arguments[i] = arguments[i].equals("b") ? folder.resolve("b").toString() : arguments[i];
    }

    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err()).contains(message);
  }

  private int convert(Path input, String name, String to, String... more) {
    List<String> arguments = new ArrayList<>(List.of("convert", input.toString(), "--to", to));
    arguments.addAll(List.of("--out", folder.resolve(name).toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  /** The rows of spans.csv without section and sentence, which other formats do not hold. */
  private static List<List<String>> rows(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file)) {
      List<String> columns = new ArrayList<>(table.columns());
      columns.removeAll(List.of("section", "sentence"));
      for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
        rows.add(columns.stream().map(row::get).toList());
      }
    }
    return rows;
  }
}
