package org.immunospan.lexicon.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellMarkerBuilderTest {

  private static final Path TERMINOLOGIES = Path.of("../shared/data/terminologies");

  @Test
  void makes_the_files_in_models(@TempDir Path folder) throws IOException {
    assumeTrue(Files.exists(TERMINOLOGIES), "no terminologies in ../shared");

    CellMarkerBuilder.build(TERMINOLOGIES, folder);

    for (String file : new String[] {"cell-markers.tsv", "cell-phenotypes.tsv"}) {
      assertThat(folder.resolve(file)).hasSameTextualContentAs(Path.of("models").resolve(file));
    }
  }
}
