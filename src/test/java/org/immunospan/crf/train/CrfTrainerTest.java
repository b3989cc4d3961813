package org.immunospan.crf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipFile;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import org.immunospan.crf.BatchedLookup;
import org.immunospan.crf.CrfSequenceModel;
import org.immunospan.crf.FeatureKey;
import org.immunospan.crf.ModelFile;
import org.immunospan.crf.WeightTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrfTrainerTest {

  @TempDir Path folder;

  @Test
  void stock_name_finder_runs_a_model_from_a_file() throws IOException {
    Path file = folder.resolve("gene.bin");
    ModelFile.write(Toy.train(Map.of()), file);
    NameFinderME finder = new NameFinderME(new TokenNameFinderModel(file.toFile()));
    int right = 0;
    int all = 0;
    for (NameSample sample : Toy.samples(2, 200)) {
      Span[] found = finder.find(sample.getSentence());
      for (Span name : sample.getNames()) {
        all++;
        for (Span span : found) {
          right += span.getStart() == name.getStart() && span.getEnd() == name.getEnd() ? 1 : 0;
          assertThat(span.getType()).isEqualTo("gene");
          assertThat(span.getProb()).isBetween(0.0, 1.0);
        }
      }
    }
    assertThat((double) right / all).isGreaterThan(0.95);
  }

  @Test
  void manifest_names_codec_factory_and_serializer() throws IOException {
    Path file = folder.resolve("gene.bin");
    ModelFile.write(Toy.train(Map.of("Epochs", "2")), file);
    Properties manifest = new Properties();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      manifest.load(zip.getInputStream(zip.getEntry("manifest.properties")));
    }
    assertThat(manifest)
        .containsEntry("factory", ToyFactory.class.getName())
        .containsEntry("sequenceCodecImplName", "opennlp.tools.namefind.BilouCodec")
        .containsEntry(
            "serializer-class-nameFinder.model", CrfSequenceModel.Serializer.class.getName())
        .containsEntry("Feature-Templates", Toy.TEMPLATES);
  }

  @Test
  void no_previous_outcome_becomes_a_feature() throws IOException {
    WeightTable table =
        ((CrfSequenceModel) Toy.train(Map.of()).getNameFinderSequenceModel()).model().table();
    assertThat(known(table, "w[0]=insulin")).isTrue();
    assertThat(known(table, "po=other")).isFalse();
    assertThat(known(table, "pow=other,insulin")).isFalse();
  }

  private static boolean known(WeightTable table, String feature) {
    int[] scores = new int[5];
    BatchedLookup lookups = new BatchedLookup(table);
    lookups.ask(FeatureKey.of(feature), 0);
    lookups.addTo(scores);
    return Arrays.stream(scores).anyMatch(score -> score != 0);
  }

  @ParameterizedTest
  @CsvSource({
    "g-start other, g-unit other",
    "g-start g-cont, g-start g-last",
    "g-start g-cont g-cont g-start, g-start g-cont g-last g-unit",
    "g-start g-start, g-unit g-unit",
    "g-start g-last g-unit, g-start g-last g-unit",
    "noun verb, noun verb",
  })
  void outcomes_of_bio_become_outcomes_of_bilou(String bio, String bilou) {
    assertThat(Bilou.ofBio(bio.split(" ", -1))).containsExactly(bilou.split(" ", -1));
  }

  @Test
  void a_file_that_is_no_model_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("no.bin"), "nothing");
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no.bin");
  }
}
