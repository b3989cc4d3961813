package org.immunospan.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.OneSentence;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Genes in names of cells and next to them: {@code golden/cell/genes.tsv}. */
class PhenotypeGenesTest {

  private static CellGrammarTagger tagger;
  private static PhenotypeGenes phenotypeGenes;

  @BeforeAll
  static void readModels() throws IOException {
    phenotypeGenes = PhenotypeGenes.read(FileSource.of(Path.of("models")));
    tagger = CellGrammarTagger.read(FileSource.of(Path.of("models")), new BiomedicalTokenizer());
  }

  @ParameterizedTest(name = "{0} ({2})")
  @CsvFileSource(resources = "/golden/cell/genes.tsv", delimiter = '\t', numLinesToSkip = 1)
  void makes_each_marker_a_gene_of_its_own(String found, String expected, String why) {
    String text = found.replaceAll("[\\[\\]]", "");
    List<Mention> genes = new ArrayList<>();
    int brackets = 0;
    int begin = 0;
    for (int i = 0; i < found.length(); i++) {
      if (found.charAt(i) == '[') {
        begin = i - brackets++;
      } else if (found.charAt(i) == ']') {
        genes.add(Mention.of(new Span(begin, i - brackets++), EntityType.GENE));
      }
    }

    List<Mention> refined = phenotypeGenes.refine(text, genes, tagger.tag(OneSentence.of(text)));

    StringBuilder marked = new StringBuilder(text);
    for (int i = refined.size() - 1; i >= 0; i--) {
      marked.insert(refined.get(i).span().end(), ']').insert(refined.get(i).span().begin(), '[');
    }
    assertThat(marked).as(why).hasToString(expected);
  }
}
