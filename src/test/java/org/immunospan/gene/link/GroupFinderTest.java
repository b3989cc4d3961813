package org.immunospan.gene.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.resource.FileSource;
import org.junit.jupiter.api.BeforeAll;

class GroupFinderTest {

  private static GeneLinkData data;

  @BeforeAll
  static void load() throws IOException {
    data = GeneLinkData.read(FileSource.shipped());
  }

  @GoldenTable("gene/groups.tsv")
  void finds_the_group_of_a_family(Row row) {
    int group = data.groups().find(row.get("text"));

    assertThat(data.lexicon().groups().getOrDefault(group, "")).isEqualTo(row.get("group"));
  }

  @GoldenTable("gene/micro-rna.tsv")
  void finds_all_genes_of_a_micro_rna(Row row) {
    String genes =
        MicroRna.genes(row.get("text"), data.lexicon()).stream()
            .map(number -> data.lexicon().gene(number).symbol())
            .collect(Collectors.joining("|"));

    assertThat(genes).isEqualTo(row.get("genes"));
  }
}
