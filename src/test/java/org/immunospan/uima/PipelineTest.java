package org.immunospan.uima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.RandomText;
import org.immunospan.text.Sentence;
import org.immunospan.uima.resource.ModelFileException;
import org.immunospan.uima.resource.Pending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {

  private static final Pipeline.Engine ENGINE =
      new Pipeline(new PipelineConfig(true, Map.of(), List.of())).open();

  @Test
  void finds_all_three_types() {
    Document document =
        Document.of(
            "1",
            "Microglia in ALS",
            "Mutations in SOD1 activate microglia. Chemotherapy spared regulatory T cells.");

    assertThat(found(document, ENGINE))
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

    assertThat(found(document, ENGINE))
        .contains("CELL TAMs", "GENE PD-L1", "CELL CD4", "GENE CD4")
        .doesNotContain("GENE TAMs");
  }

  @Test
  void leaves_an_empty_document_empty() {
    assertThat(found(Document.of("1", "", ""), ENGINE)).isEmpty();
  }

  @Test
  void leaves_cells_of_other_systems_out_unless_asked_for() {
    Document document = Document.of("1", "", "Neurons met macrophages.");

    try (Pipeline.Engine immune = new Pipeline(PipelineConfig.DEFAULT).open()) {
      assertThat(found(document, immune)).containsExactly("CELL macrophages");
    }
    assertThat(found(document, ENGINE)).containsExactly("CELL Neurons", "CELL macrophages");
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
    Pipeline pipeline = new Pipeline(new PipelineConfig(false, Map.of(), List.of(lexicon)));

    try (Pipeline.Engine engine = pipeline.open()) {
      assertThat(engine.annotate(document).mentions())
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
    Pipeline pipeline = new Pipeline(new PipelineConfig(false, Map.of(), List.of(broken)));

    assertThatThrownBy(pipeline::open)
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("broken.tsv:1")
        .hasMessageContaining("nome");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open",
        "finish open",
        "begin open",
        "begin finish open",
        "begin begin finish finish open",
        "open finish",
        "begin open finish open",
        "open begin finish open",
        "begin open begin open"
      })
  void loads_in_any_order(String calls) {
    Pipeline pipeline = new Pipeline(PipelineConfig.DEFAULT);
    List<Pipeline.Engine> engines = new ArrayList<>();
    for (String call : calls.split(" ", -1)) {
      switch (call) {
        case "begin" -> pipeline.beginLoading();
        case "finish" -> pipeline.finishLoading();
        default -> engines.add(pipeline.open());
      }
    }

    assertThat(engines).doesNotHaveDuplicates();
    for (Pipeline.Engine engine : engines) {
      assertThat(found(Document.of("1", "", "Macrophages ate."), engine))
          .containsExactly("CELL Macrophages");
      engine.close();
    }
  }

  @Test
  void says_at_the_end_of_loading_and_at_each_opening_what_cannot_be_read(@TempDir Path folder)
      throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.tsv"), "identifier\tnome\n");
    Pipeline pipeline = new Pipeline(new PipelineConfig(false, Map.of(), List.of(broken)));
    pipeline.beginLoading();

    assertThatThrownBy(pipeline::finishLoading).isInstanceOf(ModelFileException.class);
    assertThatThrownBy(pipeline::open).isInstanceOf(ModelFileException.class);
    assertThatThrownBy(pipeline::open).isInstanceOf(ModelFileException.class);
  }

  @Test
  void opens_an_engine_of_its_own_for_each_thread() {
    Pipeline pipeline = new Pipeline(PipelineConfig.DEFAULT);
    pipeline.beginLoading();
    List<Pending<Pipeline.Engine>> opening =
        IntStream.range(0, 4).mapToObj(i -> Pending.of("opening", pipeline::open)).toList();

    List<Pipeline.Engine> engines = opening.stream().map(Pending::get).toList();

    assertThat(engines).doesNotHaveDuplicates();
    engines.forEach(Pipeline.Engine::close);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keeps_the_laws_of_a_result(long seed) {
    Document document = Document.of("1", "Title " + seed, RandomText.of(seed).strip());

    AnnotatedDocument annotated = ENGINE.annotate(document);

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
    assertThat(ENGINE.annotate(document).mentions()).isEqualTo(annotated.mentions());
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  private static List<String> found(Document document, Pipeline.Engine engine) {
    return engine.annotate(document).mentions().stream()
        .map(mention -> mention.type() + " " + mention.span().of(document.text()))
        .toList();
  }
}
