package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.immunospan.format.source.ReadError;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Small files that hold something bad or odd, in {@code golden/format/records.tsv}: which documents
 * they give, and of which documents they give errors ({@code ?} for an unknown one, {@code *} for
 * any). In the column {@code content}, {@code \n} and the like are as in Java, and <code>
 * {1:Title}</code> is a record of PubMed XML.
 */
class RecordsTest {

  private static final Pattern RECORD = Pattern.compile("\\{([0-9 ]+):([^}]*)\\}");

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}: {5}")
  @CsvFileSource(
      resources = "/golden/format/records.tsv",
      delimiter = '\t',
      quoteCharacter = '\u0001',
      numLinesToSkip = 1)
  void reads_all_records_but_the_bad_ones(
      String id, String file, String content, String documents, String errors, String why) {
    String text = file.endsWith(".xml") ? articles(content) : content;
    Collected collected = Collected.of(Collected.write(folder, file, escapes(text)).getParent());

    assertThat(String.join(" ", collected.ids())).as(why).isEqualTo(orEmpty(documents));
    List<String> found =
        collected.errors.stream()
            .map(ReadError::docId)
            .map(docId -> docId.isEmpty() ? "?" : docId)
            .collect(Collectors.toList());
    if ("*".equals(errors)) {
      assertThat(found).as(why).hasSize(1);
    } else {
      assertThat(String.join(" ", found)).as(why).isEqualTo(orEmpty(errors));
    }
    assertThat(collected.filesLeftOut).as(why).isEmpty();
  }

  private static String orEmpty(String cell) {
    return cell == null ? "" : cell.strip();
  }

  private static String escapes(String content) {
    return content.translateEscapes().replace("\\uFEFF", "\uFEFF");
  }

  private static String articles(String content) {
    return RECORD
        .matcher(content)
        .replaceAll(
            match ->
                "<PubmedArticle><MedlineCitation><PMID Version=\"1\">"
                    + match.group(1)
                    + "</PMID><Article><ArticleTitle>"
                    + match.group(2)
                    + "</ArticleTitle></Article></MedlineCitation></PubmedArticle>");
  }
}
