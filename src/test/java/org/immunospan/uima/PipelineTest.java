package org.immunospan.uima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.immunospan.resource.Pending;
import org.immunospan.resource.Resources;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.RandomText;
import org.immunospan.text.Sentence;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineTest {

  private static final Pipeline PIPELINE =
      Pipeline.of(new PipelineConfig(true, Map.of(), List.of()));

  @Test
  void finds_all_three_types() {
    Document document =
        Document.of(
            "1",
            "Microglia in ALS",
            "Mutations in SOD1 activate microglia. Chemotherapy spared regulatory T cells.");

    assertThat(found(document, PIPELINE))
        .contains(
            "CELL Microglia",
            "GENE SOD1",
            "CELL microglia",
            "THERAPY Chemotherapy",
            "CELL regulatory T cells");
  }

  @Test
  void takes_no_name_of_a_cell_for_a_gene_but_for_markers() {
    Document document =
        Document.of(
            "1",
            "",
            "Tumor-associated macrophages (TAMs) expressed PD-L1. CD4 and CD8 T cells fell.");

    assertThat(found(document, PIPELINE))
        .contains("CELL TAMs", "GENE PD-L1", "CELL CD4", "GENE CD4")
        .doesNotContain("GENE TAMs");
  }

  @Test
  void leaves_an_empty_document_empty() {
    assertThat(found(Document.of("1", "", ""), PIPELINE)).isEmpty();
  }

  @Test
  void leaves_cells_of_other_systems_out_unless_asked_for() {
    Document document = Document.of("1", "", "Neurons met macrophages.");

    try (Pipeline immune = Pipeline.of(PipelineConfig.DEFAULT)) {
      assertThat(found(document, immune)).containsExactly("CELL macrophages");
    }
    assertThat(found(document, PIPELINE)).containsExactly("CELL Neurons", "CELL macrophages");
  }

  @Test
  void prefers_the_names_of_a_lexicon_of_the_users_own(@TempDir Path folder) throws IOException {
    Path lexicon =
        Files.writeString(
            folder.resolve("own.tsv"),
            """
            # name: own
            # version: 7
            # type: CELL
            identifier\tname\tsubtype
            x:1\tgrumpy macrophage\timmune
            """);
    Document document = Document.of("1", "", "A grumpy macrophage ate.");
    PipelineConfig config = new PipelineConfig(false, Map.of(), List.of(lexicon));

    try (Pipeline pipeline = Pipeline.of(config)) {
      assertThat(pipeline.annotate(document).mentions())
          .singleElement()
          .satisfies(
              mention -> {
                assertThat(mention.span().of(document.text())).isEqualTo("grumpy macrophage");
                assertThat(mention.source()).isEqualTo("own-7");
                assertThat(mention.type()).isEqualTo(EntityType.CELL);
              });
    }
  }

  @Test
  void says_which_lexicon_cannot_be_read(@TempDir Path folder) throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.tsv"), "identifier\tnome\n");
    PipelineConfig config = new PipelineConfig(false, Map.of(), List.of(broken));

    assertThatThrownBy(() -> Pipeline.of(config))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("broken.tsv:1")
        .hasMessageContaining("nome");
  }

  @Test
  void gives_the_same_to_several_threads() {
    Document document = Document.of("1", "", "Macrophages ate IL-2 and aspirin.");
    List<String> alone = found(document, PIPELINE);

    List<Pending<List<String>>> together =
        IntStream.range(0, 4)
            .mapToObj(i -> Pending.of("thread", () -> found(document, PIPELINE)))
            .toList();

    assertThat(together).extracting(Pending::get).containsOnly(alone);
  }

  @Test
  void records_the_sum_of_each_file_that_it_read() throws Exception {
    byte[] model = Files.readAllBytes(Path.of("models/gene.bin"));
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));

    assertThat(PIPELINE.resources())
        .contains(new Resources.ReadFile("gene.bin", sum))
        .extracting(Resources.ReadFile::file)
        .contains("sentences.bin", "cell.bin", "cells.tsv", "cell-grammar.tsv", "therapies.tsv")
        .isSorted();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keeps_the_laws_of_a_result(long seed) {
    Document document = Document.of("1", "Title " + seed, RandomText.of(seed).strip());

    AnnotatedDocument annotated = PIPELINE.annotate(document);

    assertThat(annotated.document()).isEqualTo(document);
    List<Mention> mentions = annotated.mentions();
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      assertThat(annotated.sentences().stream().map(Sentence::span))
          .anyMatch(sentence -> sentence.contains(mention.span()));
      assertThat(mentions.subList(0, i))
          .noneMatch(
              other -> other.type() == mention.type() && other.span().overlaps(mention.span()));
    }
    assertThat(PIPELINE.annotate(document).mentions()).isEqualTo(annotated.mentions());
  }

  static LongStream seeds() {
    return LongStream.range(0, 1000);
  }

  private static List<String> found(Document document, Pipeline pipeline) {
    return pipeline.annotate(document).mentions().stream()
        .map(mention -> mention.type() + " " + mention.span().of(document.text()))
        .toList();
  }
}
