package org.immunospan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.text.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusSplitTest {

  @TempDir private Path folder;

  @Test
  void holds_the_same_pmids_out_of_every_corpus() throws IOException {
    CorpusSplit split =
        split(5, new Exclusions(), corpus("own", 0, 100, ""), corpus("other", 50, 150, "x"));
    Set<String> heldOut = ids(split.parts().get(0).heldOut());

    assertThat(heldOut).hasSizeBetween(10, 30);
    assertThat(ids(split.parts().get(0).training())).doesNotContainAnyElementsOf(heldOut);
    assertThat(ids(split.parts().get(1).training())).doesNotContainAnyElementsOf(heldOut);
    assertThat(split.parts().get(0).training()).hasSize(100 - heldOut.size());
    assertThat(split.parts().get(1).heldOut()).isEmpty();
    assertThat(ids(split.parts().get(1).training())).contains("149", "140", "130");
  }

  @Test
  void holds_nothing_out_for_no_folds() throws IOException {
    CorpusSplit split = split(0, new Exclusions(), corpus("own", 0, 30, ""));

    assertThat(split.parts().get(0).training()).hasSize(30);
    assertThat(split.parts().get(0).heldOut()).isEmpty();
  }

  @Test
  void takes_a_pmid_once_in_each_domain() throws IOException {
    CorpusSplit split =
        split(
            0,
            new Exclusions(),
            corpus("a", 0, 10, ""),
            corpus("b", 5, 15, ""),
            corpus("c", 0, 15, "x"));

    assertThat(split.parts()).extracting(part -> part.training().size()).containsExactly(10, 5, 15);
  }

  @Test
  void leaves_excluded_documents_out_by_the_pmid_of_their_own_identifier() throws IOException {
    Exclusions exclusions = new Exclusions();
    exclusions.add("PMID-777", "");

    CorpusSplit split =
        split(0, exclusions, corpus(pubTator("own", 0, 10), "", Map.of("3", "777"), 1));

    assertThat(ids(split.parts().get(0).training())).hasSize(9).doesNotContain("3");
  }

  @Test
  void takes_one_of_so_many_documents() throws IOException {
    CorpusSplit split = split(0, new Exclusions(), corpus(pubTator("own", 0, 10), "", Map.of(), 3));

    assertThat(split.parts().get(0).training())
        .extracting(GoldDocument::id)
        .containsExactly("0", "3", "6", "9");
  }

  @Test
  void names_the_types_of_a_corpus_without_genes() throws IOException {
    TrainingCorpus corpus =
        new TrainingCorpus(
            pubTator("own", 0, 2), "", EntityType.GENE, TypeMap.IDENTITY, Map.of(), 1, false);

    assertThatThrownBy(() -> split(5, new Exclusions(), corpus))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageContaining("own.txt: expected mentions of type GENE, found Gene");
  }

  private static CorpusSplit split(int folds, Exclusions exclusions, TrainingCorpus... corpora)
      throws IOException {
    return CorpusSplit.of(List.of(corpora), exclusions, folds);
  }

  private TrainingCorpus corpus(String name, int first, int end, String domain) throws IOException {
    return corpus(pubTator(name, first, end), domain, Map.of(), 1);
  }

  private static TrainingCorpus corpus(
      Path path, String domain, Map<String, String> pmids, int every) {
    return new TrainingCorpus(
        path, domain, EntityType.GENE, TypeMap.parse("Gene=GENE"), pmids, every, false);
  }

  private static Set<String> ids(List<GoldDocument> documents) {
    return documents.stream().map(GoldDocument::id).collect(Collectors.toSet());
  }

  /** Documents with these numbers as identifiers, a gene in each. */
  private Path pubTator(String name, int from, int to) throws IOException {
    List<String> lines = new ArrayList<>();
    IntStream.range(from, to)
        .forEach(
            id -> {
              lines.add(id + "|t|QRX1 binds.");
              lines.add(id + "|a|It does.");
              lines.add(id + "\t0\t4\tQRX1\tGene\t1");
              lines.add("");
            });
    return Files.write(folder.resolve(name + ".txt"), lines);
  }
}
