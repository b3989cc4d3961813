package org.immunospan.lexicon.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.segment.BiomedicalTokenizer;
import org.junit.jupiter.api.Test;

class LexiconBuildersTest {

  private static final Path TERMINOLOGIES = Path.of("../shared/data/terminologies");
  private static final BiomedicalTokenizer TOKENIZER = new BiomedicalTokenizer();

  @Test
  void the_shipped_lexicon_of_cells_is_what_the_builder_makes() throws IOException {
    assumeTrue(Files.exists(TERMINOLOGIES), "needs ../shared/data/terminologies");

    assertThat(CellLexiconBuilder.build(TERMINOLOGIES, TOKENIZER))
        .isEqualTo(LexiconReader.read(Path.of("models/cells.tsv")));
  }

  @Test
  void the_shipped_lexicon_of_therapies_is_what_the_builder_makes() throws IOException {
    assumeTrue(Files.exists(TERMINOLOGIES), "needs ../shared/data/terminologies");

    assertThat(TherapyLexiconBuilder.build(TERMINOLOGIES, TOKENIZER))
        .isEqualTo(LexiconReader.read(Path.of("models/therapies.tsv")));
  }

  @Test
  void a_class_of_cells_has_the_names_that_papers_use() {
    assertThat(CellNameVariants.of("CD8-positive, alpha-beta memory T cell"))
        .contains(
            "CD8-positive memory T cell",
            "memory CD8-positive T cell",
            "memory CD8 T cell",
            "CD8 memory T lymphocyte");
    assertThat(CellNameVariants.of("macrophage")).isEmpty();
  }

  @GoldenTable("lexicon/drug-names.tsv")
  void a_name_says_the_kind_of_treatment_and_whether_papers_use_it(Row row) {
    assertThat(DrugNames.subtype(row.get("name"), false, false)).isEqualTo(row.get("subtype"));
    assertThat(String.valueOf(DrugNames.isUsable(row.get("name")))).isEqualTo(row.get("usable"));
  }

  @Test
  void a_curated_line_must_say_what_and_why() {
    assertThatThrownBy(() -> curated("add\tTreg\tCL:0000815\timmune\t"))
        .hasMessage("x.tsv:2: expected a value in column 'why', found none");
    assertThatThrownBy(() -> curated("put\tTreg\tCL:0000815\t\twhy"))
        .hasMessage(
            "x.tsv:2: unknown action 'put'; known: add, related, fill, drop, not, doubt, subtype");
  }

  private static void curated(String line) throws IOException {
    String table = "action\tname\tidentifier\tsubtype\twhy\n" + line + "\n";
    CuratedNames.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), "x.tsv");
  }
}
