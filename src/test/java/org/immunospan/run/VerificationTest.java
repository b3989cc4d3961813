package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {

  private static final PrintStream QUIET =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir static Path sound;
  @TempDir Path folder;

  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  @BeforeAll
  static void annotate() throws IOException {
    Path input =
        Files.writeString(
            sound.resolve("in.jsonl"),
            """
            {"id": "d1", "text": "𝛼β T cells and CD4+ T cells express IL-2 and TNF."}
            {"id": "d2", "text": "Rituximab depletes B cells; CD8+ T cells stay."}
            """);
    Run run =
        new Run(
            RunConfig.of(List.of(input.toString())),
            InputStream.nullInputStream(),
            QUIET,
            Display.QUIET);
    assertThat(run.toFolder(sound.resolve("out"), Existing.REFUSE, false)).isZero();
  }

  @BeforeEach
  void copy() throws IOException {
    for (String file :
        List.of(
            RunFiles.SPANS,
            RunFiles.MARKERS,
            RunFiles.DOCUMENTS,
            RunFiles.ERRORS,
            RunFiles.REPORT)) {
      Files.copy(sound.resolve("out").resolve(file), folder.resolve(file));
    }
  }

  private Verification verify() {
    return Verification.of(folder, problem -> problems.add(problem.toString()), notes::add);
  }

  @Test
  void finds_nothing_wrong_in_a_result_as_it_was_written() {
    Verification verified = verify();

    assertThat(problems).isEmpty();
    assertThat(notes).isEmpty();
    assertThat(verified.documents()).isEqualTo(2);
    assertThat(verified.spans()).isGreaterThan(5);
  }

  @ParameterizedTest(name = "{1} -> {2} in {0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "spans.csv; IL-2,GENE; IL-3,GENE; the text is \"IL-3\", and the document has \"IL-2\"",
        "spans.csv; hgnc:6001; hgnc:0; identifier hgnc:0 is in no lexicon",
        "spans.csv; ,THERAPY,; ,DRUG,; expected a type of",
        "spans.csv; d2,; d9,; document d9 is not in documents.csv",
        "spans.csv; ,1,0,10,; ,1,0,99,; no place in the document: offset 99 is outside",
        "spans.csv; ,1,0,10,; ,1,10,0,; the end is not after the begin",
        "documents.csv; stay.; stat.; document d2: the SHA-256 is not that of the text",
        "documents.csv; d2,; d1,; document d1 is there twice",
        "documents.csv; d2,; 'd2,,'; expected 10 fields, found 11",
        "markers.csv; d2,28,; d2,27,; there is no cell at this place",
      })
  void names_what_was_changed(String file, String found, String put, String message)
      throws IOException {
    String content = Files.readString(folder.resolve(file));
    assertThat(content).contains(found);
    Files.writeString(folder.resolve(file), content.replaceFirst(found.replace("+", "\\+"), put));

    verify();

    assertThat(problems).anyMatch(problem -> problem.startsWith(file + ": the SHA-256 is "));
    assertThat(problems)
        .anyMatch(
            problem -> problem.startsWith(file + ", line ") || problem.startsWith(file + ": "))
        .anyMatch(problem -> problem.contains(message));
  }

  @Test
  void names_missing_rows_and_overlaps() throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve(RunFiles.SPANS));
    String tnf = rows.stream().filter(row -> row.contains(",TNF,GENE")).findFirst().orElseThrow();
    rows.add(rows.indexOf(tnf), tnf);
    rows.remove(rows.size() - 1);
    rows.remove(rows.size() - 1);
    Files.writeString(folder.resolve(RunFiles.SPANS), String.join("\n", rows) + "\n");

    verify();

    assertThat(problems)
        .anyMatch(problem -> problem.matches("spans.csv: expected \\d+ rows, found \\d+"))
        .anyMatch(problem -> problem.endsWith("overlaps with another GENE of the document"));
  }

  @Test
  void does_not_judge_identifiers_by_other_lexicons_than_those_of_the_run() throws IOException {
    String report = Files.readString(folder.resolve(RunFiles.REPORT));
    Files.writeString(
        folder.resolve(RunFiles.REPORT),
        report.replaceFirst("(\"cells.tsv\",\\s+\"sha256\" : \")....", "$10000"));

    verify();

    assertThat(problems).isEmpty();
    assertThat(notes).containsExactly("identifiers are not checked: the run had another cells.tsv");
  }

  @ParameterizedTest
  @ValueSource(strings = {RunFiles.SPANS, RunFiles.DOCUMENTS, RunFiles.MARKERS, RunFiles.ERRORS})
  void a_missing_file_is_something_wrong(String file) throws IOException {
    Files.delete(folder.resolve(file));

    verify();

    assertThat(problems).containsOnlyOnce(file + ": expected a file, found none");
  }

  @Test
  void a_table_of_another_kind_is_something_wrong() throws IOException {
    Files.writeString(folder.resolve(RunFiles.DOCUMENTS), "a,b\n1,2\n");

    verify();

    assertThat(problems).anyMatch(problem -> problem.startsWith("documents.csv, line 2: "));
  }

  @Test
  void needs_the_result_of_a_complete_run() throws IOException {
    Files.delete(folder.resolve(RunFiles.REPORT));

    assertThatThrownBy(this::verify)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("expected the result of a complete run, found none");
  }
}
