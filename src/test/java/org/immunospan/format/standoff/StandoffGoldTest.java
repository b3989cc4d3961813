package org.immunospan.format.standoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandoffGoldTest {

  private static final Document TEXT = Document.of("mine", "𝛼 cells", "IL-2 acts.");
  private static final Path SHIPPED = Path.of("corpora/immunospan-gold");

  @TempDir private Path folder;

  @BeforeEach
  void writeGold() throws IOException {
    Files.writeString(
        folder.resolve("documents.tsv"),
        "part\tdocument\tsource\tlength\tsha256\n"
            + "train\td1\there\t18\t%s\ndev\td2\there\t5\t00\n".formatted(TEXT.sha256()));
    writeMention("d1\t8\t12\tGENE\t\thgnc:6001\tIL2");
  }

  private void writeMention(String row) throws IOException {
    Files.writeString(
        folder.resolve("mentions.tsv"),
        "document\tbegin\tend\ttype\tclass\tidentifier\tname\n" + row + "\n");
  }

  @Test
  void finds_a_text_by_its_hash_and_counts_code_points() throws IOException {
    GoldDocument gold = StandoffGold.read(folder, "").join(TEXT).orElseThrow();

    assertThat(gold.id()).isEqualTo("d1");
    assertThat(gold.mentions().get(0).span().of(gold.text())).isEqualTo("IL-2");
    assertThat(gold.mentions().get(0).identifiers()).containsExactly("hgnc:6001");
  }

  @Test
  void leaves_other_texts_alone_and_names_what_is_missing() throws IOException {
    StandoffGold gold = StandoffGold.read(folder, "");

    assertThat(gold.join(Document.of("x", "", "IL-2 acts."))).isEmpty();
    assertThat(gold.missing()).containsExactly("d1", "d2");
    assertThat(gold.join(TEXT)).isPresent();
    assertThat(gold.join(TEXT)).isEmpty();
    assertThat(gold.missing()).containsExactly("d2");
  }

  @Test
  void takes_one_part_alone() throws IOException {
    StandoffGold gold = StandoffGold.read(folder, "dev");

    assertThat(gold.join(TEXT)).isEmpty();
    assertThat(gold.missing()).containsExactly("d2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d9 8 12 GENE | expected a document of documents.tsv, found d9",
        "d1 8 99 GENE | expected 0 <= begin < end <= 18, found 8 and 99",
        "d1 x 12 GENE | begin: expected a number, found x"
      })
  void names_the_line_of_a_mention_that_does_not_fit(String row, String message)
      throws IOException {
    writeMention(row.replace(' ', '\t') + "\t\t\t");

    assertThatThrownBy(() -> StandoffGold.read(folder, ""))
        .hasMessageContaining("mentions.tsv:2")
        .hasMessageContaining(message);
  }

  @Test
  void the_shipped_gold_is_sound() throws IOException {
    assertThat(StandoffGold.read(SHIPPED, "train").missing()).hasSize(1189);
    assertThat(StandoffGold.read(SHIPPED, "dev").missing()).hasSize(60);
  }
}
