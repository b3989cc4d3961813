package org.immunospan.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunospan.lexicon.LexiconFormatException;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.RandomText;
import org.immunospan.text.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerReaderTest {

  private static MarkerReader reader;

  @BeforeAll
  static void readTable() throws IOException {
    reader = new MarkerReader(MarkerTable.read(FileSource.of(Path.of("models")), "cell-markers.tsv"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CD4+CD25hiFoxP3+CD127lo/- | CD4+ CD25hi FOXP3+ CD127lo/-",
        "CD3(-)CD56(+) | CD3- CD56+",
        "Ly-6C^hi | Ly6Chi",
        "CD28-mediated | CD28",
        "CD4-CD8 ratio | CD4 CD8",
        "CD45RAneg | CD45RA-",
        "CD62L-low | CD62Llo",
        "CD14++CD16+ | CD14++ CD16+",
        "CD38int/hi | CD38int/hi",
        "CD4CD25(bright) | CD4 CD25bright",
        "HLA-DR+/CD38- | HLA-DR+ CD38-",
        "EG2-positive | EG2+",
        "CD4-expressing | CD4+",
        "granzyme B+ | granzyme B+",
        "xCD4+ | xCD4+",
        "the cells | ''"
      })
  void reads_names_and_levels(String text, String expected) {
    assertThat(String.join(" ", read(text).stream().map(MarkerReaderTest::shown).toList()))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void markers_of_any_text_are_sorted_and_disjoint(long seed) {
    int end = 0;
    for (MarkerReader.Reading marker : read(RandomText.of(seed) + "CD4-CD8+/" + seed)) {
      assertThat(marker.begin()).isGreaterThanOrEqualTo(end);
      assertThat(marker.end()).isGreaterThan(marker.begin());
      end = marker.end();
    }
  }

  @Test
  void a_table_with_a_short_line_is_refused_with_its_place(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("cell-markers.tsv");
    Files.writeString(file, "marker\tidentifier\tnames\nCD4\thgnc:1678\n");

    assertThatThrownBy(() -> MarkerTable.read(FileSource.of(file.getParent()), file.getFileName().toString()))
        .isInstanceOf(LexiconFormatException.class)
        .hasMessageContaining("cell-markers.tsv:2")
        .hasMessageContaining("3 tab-separated fields");
  }

  private static List<MarkerReader.Reading> read(String text) {
    return reader.read(new BiomedicalTokenizer().tokenize(text, new Span(0, text.length())));
  }

  private static String shown(MarkerReader.Reading marker) {
    return marker.name().name() + marker.level().sign();
  }
}
