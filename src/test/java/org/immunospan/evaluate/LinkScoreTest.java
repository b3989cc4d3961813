package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkScoreTest {

  /** cell > leukocyte > lymphocyte > {T cell, B cell}; cell > neuron. */
  private static final Hierarchy CELLS =
      Hierarchy.of(
          Map.of(
              "CL:leukocyte", List.of("CL:cell"),
              "CL:lymphocyte", List.of("CL:leukocyte"),
              "CL:T", List.of("CL:lymphocyte"),
              "CL:B", List.of("CL:lymphocyte"),
              "CL:neuron", List.of("CL:cell")));

  private static LinkScore links(String gold, String system) {
    EvaluationSettings settings =
        new EvaluationSettings(Samples.TYPES, Scheme.STRICT, 0, 1, 1, CELLS);
    return Evaluation.run(
            Samples.gold(Map.of("1", Samples.marks(gold))),
            Samples.system(Map.of("1", Samples.marks(system))),
            settings)
        .links(1);
  }

  @Test
  void counts_identifiers_given_a_right_span_end_to_end_and_per_document() {
    LinkScore score =
        links(
            "CELL:0-2=CL:T CELL:4-6=CL:B CELL:8-10=CL:neuron|CL:T CELL:12-14 CELL:16-18=CL:T",
            "CELL:0-2=CL:T CELL:4-6=CL:T CELL:8-10=CL:T|CL:B CELL:12-14=CL:B CELL:16-19=CL:T");

    assertThat(score.linked()).isEqualTo(2);
    assertThat(score.linkable()).isEqualTo(3);
    assertThat(score.accuracy()).isEqualTo(2.0 / 3);
    assertThat(score.endToEnd()).isEqualTo(Score.of(2, 3, 2));
    assertThat(score.document()).isEqualTo(Score.of(2, 0, 1));
  }

  @Test
  void tells_apart_identifiers_that_are_too_general_and_too_specific() {
    LinkScore score =
        links(
            "CELL:0-2=CL:T CELL:4-6=CL:lymphocyte CELL:8-10=CL:T CELL:12-14=CL:T",
            "CELL:0-2=CL:leukocyte CELL:4-6=CL:B CELL:8-10=CL:neuron CELL:12-14");

    assertThat(score.linked()).isZero();
    assertThat(score.moreGeneral()).isEqualTo(1);
    assertThat(score.moreSpecific()).isEqualTo(1);
    assertThat(score.unrelated()).isEqualTo(1);
    assertThat(score.unlinked()).isEqualTo(1);
  }

  @Test
  void gives_credit_for_shared_ancestors_but_not_for_the_root() {
    assertThat(links("CELL:0-2=CL:T", "CELL:0-2=CL:B").hierarchical()).isEqualTo(Score.of(2, 1, 1));
    assertThat(links("CELL:0-2=CL:T", "CELL:0-2=CL:neuron").hierarchical())
        .isEqualTo(Score.of(0, 1, 3));
    assertThat(links("CELL:0-2=CL:T", "CELL:0-2=CL:T").hierarchical().f1()).isEqualTo(1);
  }

  @Test
  void has_no_score_where_the_gold_has_no_identifiers() {
    LinkScore score = links("CELL:0-2", "CELL:0-2=CL:T");

    assertThat(score.isDefined()).isFalse();
    assertThat(score.accuracy()).isNaN();
  }

  @Test
  void reads_pairs_and_lexicons(@TempDir Path folder) throws IOException {
    Path pairs = folder.resolve("pairs.tsv");
    Files.writeString(pairs, "child\tparent\nCL:3\tCL:2\nCL:2\tCL:1\nCL:3\tCL:4\nCL:4\tCL:1\n");
    Path lexicon = folder.resolve("cells.tsv");
    Files.writeString(
        lexicon,
        """
        # title: x
        identifier\tname\tparents
        CL:1\tcell\t
        CL:2\ta\tCL:1
        CL:3\tb\tCL:2|CL:4
        CL:4\tc\tCL:1
        """);

    for (Path file : List.of(pairs, lexicon)) {
      assertThat(Hierarchy.read(file).withAncestors("CL:3")).containsOnly("CL:3", "CL:2", "CL:4");
      assertThat(Hierarchy.read(file).knows("CL:9")).isFalse();
    }
  }

  @Test
  void survives_a_cycle() {
    Hierarchy cycle = Hierarchy.of(Map.of("a:1", List.of("a:2"), "a:2", List.of("a:1")));

    assertThat(cycle.withAncestors("a:1")).containsOnly("a:1", "a:2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CL:1\n", "identifier\tname\nCL:1\tx\n"})
  void says_where_a_hierarchy_is_malformed(String content, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("h.tsv"), content);

    assertThatThrownBy(() -> Hierarchy.read(file))
        .hasMessageContaining("h.tsv:1: expected columns child and parent");
  }
}
