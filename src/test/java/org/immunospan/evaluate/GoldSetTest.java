package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.lexicon.LexiconReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldSetTest {

  private static final String PUBTATOR =
      """
      1|t|TNF
      1|a|gout
      1\t0\t3\tTNF\tGene\t7124
      1\t4\t8\tgout\tDisease\tD1
      """;

  @TempDir private Path folder;

  private GoldSet read(String content, TypeMap types) throws IOException {
    return GoldSet.read(Files.writeString(folder.resolve("gold.txt"), content), types);
  }

  @Test
  void counts_the_types_that_a_mapping_leaves_out() throws IOException {
    GoldSet gold = read(PUBTATOR, TypeMap.parse("Gene=GENE"));

    assertThat(gold.typesLeftOut()).hasToString("{Disease=1}");
    assertThat(gold.defaultTypes()).containsExactly("GENE");
    assertThat(gold.mentionsByType()).hasToString("{GENE=1}");
  }

  @Test
  void asks_for_a_mapping_when_no_type_is_ours() {
    assertThatThrownBy(() -> read(PUBTATOR, TypeMap.IDENTITY))
        .hasMessageContaining(
            "gold.txt: expected mentions of type GENE, CELL, THERAPY, found Disease, Gene;"
                + " name the mapping, as in --map Disease=GENE");
  }

  @Test
  void numbers_ids_that_repeat_in_pubtator() throws IOException {
    GoldSet gold = read(PUBTATOR + "\n" + PUBTATOR + PUBTATOR, TypeMap.parse("Gene=GENE"));

    assertThat(gold.documents().keySet()).containsExactly("1", "1#2", "1#3");
    assertThat(gold.documents().get("1#3").id()).isEqualTo("1#3");
    assertThat(gold.renamed()).isEqualTo(2);
  }

  @Test
  void refuses_ids_that_repeat_in_our_own_format() {
    String line = "{\"id\": \"7\", \"text\": \"x\", \"mentions\": []}\n";

    assertThatThrownBy(() -> read(line + line, TypeMap.IDENTITY))
        .hasMessageContaining("expected every document id once, found 7 again (1 ids repeat)");
  }

  @Test
  void refuses_gold_without_documents_but_not_without_mentions() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("x.ann"), "");
    Files.writeString(empty.resolve("x.txt"), "text");

    assertThatThrownBy(
            () -> GoldSet.read(Files.createDirectory(folder.resolve("none")), TypeMap.IDENTITY))
        .hasMessageContaining("found none of them");
    assertThatThrownBy(() -> GoldSet.read(empty, TypeMap.IDENTITY))
        .hasMessageContaining("found no mentions");
    GoldSet gold = read("{\"id\": \"7\", \"text\": \"x\", \"mentions\": []}\n", TypeMap.IDENTITY);
    assertThat(gold.defaultTypes()).containsExactly("GENE", "CELL", "THERAPY");
  }

  @Test
  void takes_classes_from_a_lexicon_by_identifier() throws IOException {
    Path cells =
        Files.writeString(
            folder.resolve("cells.tsv"),
            """
            # name: cells
            # version: 1
            # type: CELL
            identifier\tname\tsubtype
            x:1\tT cell\timmune
            x:2\tneuron\tother
            """);
    GoldSet gold =
        read(
            """
            1|t|T cell, neuron, glia, thing
            1|a|
            1\t0\t6\tT cell\tCell\tx:1
            1\t8\t14\tneuron\tCell\tx:9;x:2
            1\t16\t20\tglia\tCell\tx:9
            1\t22\t27\tthing\tCell
            """,
            TypeMap.parse("Cell=CELL"));

    assertThat(gold.withSubtypes(LexiconReader.read(cells)).documents().get("1").mentions())
        .extracting(GoldMention::subtype)
        .containsExactly("immune", "other", "", "");
  }
}
