package org.immunospan.lexicon.build;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.lexicon.gene.GeneNameKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds from a few invented rows in {@code src/test/resources/terminologies}. */
class GeneLexiconBuilderTest {

  private static final Path ROWS = Path.of("src/test/resources/terminologies");

  @TempDir private static Path folder;

  private static GeneLexicon lexicon;

  @BeforeAll
  static void build() throws IOException {
    zip("hgnc", "hgnc_complete_set.txt");
    zip("hgnc", "HOM_MouseHumanSequence.rpt");
    zip("ncbi-gene", "Homo_sapiens.gene_info");
    zip("ncbi-gene", "Mus_musculus.gene_info");
    Path file = folder.resolve("genes.bin");
    GeneLexiconBuilder.build(folder, file);
    try (InputStream in = Files.newInputStream(file)) {
      lexicon = GeneLexicon.read(in, "genes.bin");
    }
  }

  private static void zip(String terminology, String name) throws IOException {
    Files.createDirectories(folder.resolve(terminology));
    Path file = folder.resolve(terminology).resolve(name + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      Files.copy(ROWS.resolve(name), out);
    }
  }

  @GoldenTable("lexicon/gene-builder.tsv")
  void finds_a_gene_by_its_names(Row row) {
    String genes =
        lexicon.find(GeneNameKey.of(row.get("name"))).stream()
            .map(hit -> print(lexicon.gene(hit.gene())))
            .collect(joining("; "));

    assertThat(genes).isEqualTo(row.get("genes"));
  }

  @Test
  void names_the_groups_and_the_dates_of_its_sources() {
    assertThat(lexicon.groups()).containsEntry(7, "Zorpins");
    assertThat(lexicon.header().get("hgnc")).contains("2024-01-02");
    assertThat(lexicon.header().get("human")).contains("20240301");
  }

  private static String print(Gene gene) {
    return String.join(
        " ",
        "hgnc:" + gene.hgnc(),
        String.valueOf(gene.humanId()),
        gene.symbol(),
        String.valueOf(gene.mouseId()),
        gene.mouseSymbol(),
        "rgd:" + gene.rgd());
  }
}
