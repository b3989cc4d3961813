package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.immunospan.resource.Resources.ReadFile;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  private static final RunReport SETTINGS =
      RunReport.settings(RunConfig.of(List.of("a")), List.of());

  @TempDir Path folder;

  @Test
  void one_run_at_a_time_holds_a_folder() {
    try (OutputFolder first = OutputFolder.open(folder, Existing.REFUSE)) {
      assertThat(first.isComplete()).isFalse();
      assertThatThrownBy(() -> OutputFolder.open(folder, Existing.OVERWRITE))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("another run is writing to this folder");
    }

    OutputFolder.open(folder, Existing.REFUSE).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_folder_that_was_refused_is_free_again() throws IOException {
    Files.writeString(folder.resolve(RunFiles.MARKERS), "mine");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> OutputFolder.open(folder, Existing.REFUSE))
          .hasMessageContaining("holds a file markers.csv");
    }
    OutputFolder.open(folder, Existing.OVERWRITE).close();
  }

  @Test
  void a_run_that_was_cut_while_it_wrote_its_report_can_be_resumed() throws IOException {
    try (OutputFolder output = OutputFolder.open(folder, Existing.REFUSE)) {
      output.begin(SETTINGS);
      Files.writeString(folder.resolve(RunFiles.REPORT + ".part"), "{ half of a rep");
    }

    try (OutputFolder output = OutputFolder.open(folder, Existing.RESUME)) {
      assertThat(output.isComplete()).isFalse();
      Parts parts = output.restore(SETTINGS);
      try (Catalogue catalogue = output.catalogue(ResumePoint.none(), files -> {})) {
        catalogue.end();
        output.complete(parts::join, catalogue, () -> SETTINGS, false);
      }
      assertThat(output.isComplete()).isTrue();
    }
    assertThat(folder.resolve(RunFiles.UNFINISHED)).doesNotExist();
    assertThat(folder.resolve(RunFiles.REPORT)).content().contains("\"file\" : \"spans.csv\"");
    assertThat(folder.resolve(RunFiles.SPANS)).hasContent(ResultFile.SPANS.header());
  }

  @Test
  void says_what_is_different_from_the_interrupted_run() {
    try (OutputFolder output = OutputFolder.open(folder, Existing.REFUSE)) {
      output.begin(SETTINGS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RunReport other =
        RunReport.settings(RunConfig.of(List.of("b")), List.of(new ReadFile("gene.bin", "0123")));

    try (OutputFolder output = OutputFolder.open(folder, Existing.RESUME)) {
      assertThatThrownBy(() -> output.restore(other))
          .hasMessageContaining(
              "inputs was [\"a\"] and is [\"b\"]; gene.bin was not there and is 0123");
    }
  }

  @Test
  void names_an_option_that_only_the_interrupted_run_had() {
    String before = SETTINGS.toJson().replace("\"cells\"", "\"other\"");

    assertThat(SETTINGS.difference(before, Set.of()))
        .isEqualTo("cells was not there and is immune; other was immune and is not there");
    assertThat(SETTINGS.difference(before, Set.of("cells", "other"))).isEmpty();
  }

  @Test
  void there_must_be_something_to_resume() {
    assertThatThrownBy(() -> OutputFolder.open(folder, Existing.RESUME))
        .hasMessageContaining("expected an interrupted run to resume, found none");
    assertThatThrownBy(() -> OutputFolder.open(folder.resolve("none"), Existing.RESUME))
        .hasMessageContaining("expected an interrupted run to resume, found none");
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
