package org.immunospan.gene.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;

class CoordinationTest {

  @GoldenTable("gene/coordination.tsv")
  void puts_each_end_after_the_stem_of_the_first_name(Row row) {
    assertThat(String.join("|", Coordination.names(row.get("text")))).isEqualTo(row.get("names"));
  }
}
