package org.immunospan.lexicon.gene;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;

class GeneNameKeyTest {

  @GoldenTable("gene/name-keys.tsv")
  void folds_what_does_not_tell_names_apart(Row row) {
    assertThat(GeneNameKey.of(row.get("name"))).isEqualTo(row.get("key"));
    assertThat(GeneNameKey.ofWords(row.get("name"))).isEqualTo(row.get("words"));
  }
}
