package org.immunospan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.Export;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each ✔ and each empty place in the README's table of formats is true. */
class ReadmeFormatsTest {

  private static final String YES = "✔";

  /** CD4 lies in CD4+ T cells; no text is at a place that is the same in two units of offsets. */
  private static final GoldDocument NESTED =
      new GoldDocument(
          Document.of("7", "SOD1 in 𝛼 mice", "CD4+ T cells die."),
          List.of(
              new GoldMention(new Span(0, 4), "GENE", "", List.of("hgnc:11179"), List.of()),
              new GoldMention(new Span(16, 28), "CELL", "", List.of("CL:0000624"), List.of()),
              new GoldMention(new Span(16, 19), "GENE", "", List.of("hgnc:1678"), List.of())));

  @TempDir private Path folder;

  /** A row of the table; {@code format} is the name for {@code --to}. */
  record Row(
      String name, String in, String format, String nested, String identifiers, String same) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    boolean isTable = false;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      String[] cells = line.split("\\|", -1);
      isTable = line.startsWith("| format | in | out:") || (isTable && cells.length == 9);
      if (isTable && cells[3].contains("`")) {
        rows.add(
            new Row(
                cells[1].strip(),
                cells[2].strip(),
                cells[3].replaceFirst("^ *`([a-z0-9-]+)`.*", "$1"),
                cells[4].strip(),
                cells[5].strip(),
                cells[7].strip()));
      }
    }
    rows.removeIf(row -> row.format().contains("--to"));
    return rows;
  }

  static List<Row> written() throws IOException {
    return rows().stream().filter(row -> !row.format().equals(OutputFormats.PARQUET)).toList();
  }

  @Test
  void the_table_has_every_format_once() throws IOException {
    List<String> names = OutputFormats.names();

    assertThat(rows()).extracting(Row::format).containsExactlyInAnyOrderElementsOf(names);
  }

  @ParameterizedTest
  @MethodSource("written")
  void nested_mentions_are_written_where_the_table_says_so(Row row) throws IOException {
    String all = write(row, NESTED);
    String outer = write(row, with(m -> m.span().end() == 19 ? null : m));

    assertThat(!all.equals(outer)).isEqualTo(row.nested().startsWith(YES));
  }

  @ParameterizedTest
  @MethodSource("written")
  void identifiers_are_written_where_the_table_says_so(Row row) throws IOException {
    String all = write(row, NESTED);
    String none =
        write(
            row, with(m -> new GoldMention(m.span(), m.type(), m.subtype(), List.of(), List.of())));

    assertThat(!all.equals(none)).isEqualTo(row.identifiers().startsWith(YES));
  }

  @ParameterizedTest
  @MethodSource("written")
  void what_is_written_is_read_where_the_table_says_so(Row row) throws IOException {
    write(row, NESTED);
    List<GoldDocument> read = new ArrayList<>();
    try (Inputs inputs = Inputs.open(List.of(file(row).toString()), Optional.empty(), null)) {
      for (InputItem item : inputs) {
        if (item instanceof InputItem.Found found && found.gold().isMarked()) {
          read.add(found.gold());
        }
      }
    }

    assertThat(!read.isEmpty()).isEqualTo(row.in().equals(YES));
    assertThat(
            read.size() == 1
                && read.get(0).text().equals(NESTED.text())
                && read.get(0).mentions().equals(NESTED.mentions()))
        .isEqualTo(row.same().startsWith(YES));
  }

  private static GoldDocument with(UnaryOperator<GoldMention> change) {
    return new GoldDocument(
        NESTED.document(), NESTED.mentions().stream().map(change).filter(m -> m != null).toList());
  }

  private DocumentWriter writer(Row row) {
    return OutputFormats.of(List.of(row.format())).get(0);
  }

  private Path file(Row row) {
    return writer(row).files().isEmpty()
        ? folder.resolve(row.format())
        : folder.resolve(writer(row).files().get(0).name());
  }

  /** All that is written, but for what differs each time. */
  private String write(Row row, GoldDocument gold) throws IOException {
    if (Files.isDirectory(folder.resolve(row.format()))) {
      try (var files = Files.list(folder.resolve(row.format()))) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    try (Export export = Export.toFolder(writer(row), folder)) {
      export.write(MarkedDocument.of(gold));
      export.complete();
    }
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return Pattern.compile("xmi:id=\"[0-9]+\"").matcher(all).replaceAll("");
  }
}
