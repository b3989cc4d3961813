package org.immunospan.therapy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.lexicon.LexiconMatcher.Match;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.BiomedicalTokenizer;

/** The shipped lexicon of therapies, looked up name by name. */
class TherapyLinkerTest {

  private static final TherapyLinker LINKER = linker();

  @GoldenTable("therapy/links.tsv")
  void finds_the_concept_of_a_name(Row row) {
    Match match = LINKER.find(null, row.get("name"));

    assertThat(match == null ? "" : match.entry().identifier()).isEqualTo(row.get("identifier"));
  }

  private static TherapyLinker linker() {
    try {
      return TherapyEvidence.read(FileSource.shipped(), new BiomedicalTokenizer()).linker();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
