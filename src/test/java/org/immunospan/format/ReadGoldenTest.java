package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Bibliography;
import org.immunospan.text.Document;
import org.immunospan.text.Markup;
import org.immunospan.text.Section;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code golden/read} against what is expected of it in {@code expected/}. Accept
 * changes with {@code mvn test -Dtest=ReadGoldenTest -Dgolden.accept=true} and review them.
 */
class ReadGoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/read");

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void reads_what_is_expected(String name) throws IOException {
    Path expected = FOLDER.resolve("expected").resolve(name + ".out");

    Collected collected = Collected.of(FOLDER.resolve(name));

    String actual = print(collected);
    if (Boolean.getBoolean("golden.accept")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void reads_the_same_from_gzip_and_from_a_pipe(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));

    Collected plain = Collected.ofStdin(bytes);
    Collected packed = Collected.ofStdin(Collected.gzip(bytes));

    assertThat(packed.documents).isEqualTo(plain.documents);
    assertThat(packed.errors).isEqualTo(plain.errors);
  }

  static Stream<String> names() {
    return files().map(path -> path.getFileName().toString());
  }

  static Stream<Path> files() {
    try (Stream<Path> paths = Files.list(FOLDER)) {
      return paths.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String print(Collected collected) {
    StringBuilder out = new StringBuilder();
    for (Document document : collected.documents) {
      out.append("document ").append(document.id()).append('\n');
      Bibliography bibliography = document.bibliography();
      line(out, "year", bibliography.year());
      line(out, "journal", bibliography.journal());
      line(out, "doi", bibliography.doi());
      line(out, "language", bibliography.language());
      line(out, "types", String.join("; ", bibliography.publicationTypes()));
      line(out, "headings", String.join("; ", bibliography.meshHeadings()));
      line(out, "text", document.text());
      for (Section section : document.sections()) {
        line(out, section.label() + " " + section.span(), section.span().of(document.text()));
      }
      for (Markup.Mark mark : document.markup().marks()) {
        String style = mark.style().name().toLowerCase(Locale.ROOT);
        String range = " [" + mark.begin() + ", " + mark.end() + ")";
        out.append("  ").append(style).append(range).append(": ");
        out.append(document.text(), mark.begin(), mark.end()).append('\n');
      }
      out.append('\n');
    }
    for (ReadError error : collected.errors) {
      List<String> parts = List.of(error.place(), error.docId(), error.message());
      out.append("error ").append(String.join(" | ", parts)).append('\n');
    }
    Inputs.Summary summary = collected.summary;
    out.append(
        "%s documents, %s errors, %s superseded, %s deleted\n"
            .formatted(
                summary.documents(), summary.errors(), summary.superseded(), summary.deleted()));
    return out.toString();
  }

  private static void line(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append("  ")
          .append(name)
          .append(": ")
          .append(value.replace("\r", "\\r").replace("\n", "\\n"))
          .append('\n');
    }
  }
}
