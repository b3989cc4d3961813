package org.immunospan.gene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.crf.ModelFile;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedGeneModelsTest {

  private static final Path SENTENCES = Path.of("../shared/data/bc2gm/train/train.in");
  private static final Path ABSTRACTS = Path.of("corpora/demo/abstracts.xml");
  private static final int MANY = 10_000;

  @ParameterizedTest
  @ValueSource(strings = {"models/gene.bin", "models/gene-bc2gm.bin"})
  void the_decoder_finds_what_stock_opennlp_finds(String model) throws IOException {
    assertSameNames(model, Files.readAllLines(ABSTRACTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"models/gene.bin", "models/gene-bc2gm.bin"})
  void so_it_does_in_ten_thousand_sentences(String model) throws IOException {
    assumeTrue(Files.exists(SENTENCES), "needs " + SENTENCES);
    assertSameNames(model, Files.readAllLines(SENTENCES).subList(0, MANY));
  }

  private static void assertSameNames(String file, List<String> lines) throws IOException {
    GeneModelFactory.permit();
    TokenNameFinderModel model = ModelFile.read(Path.of(file));
    NameFinderME stock = new NameFinderME(model);
    FastDecoder fast = FastDecoder.of(model);
    BiomedicalTokenizer tokenizer = new BiomedicalTokenizer();
    int names = 0;
    for (String line : lines) {
      Tokens tokens = tokenizer.tokenize(line, new Span(0, line.length()));
      String[] found =
          fast.findLikely(tokens).stream()
              .map(s -> s.begin() + " " + s.end())
              .toArray(String[]::new);
      assertThat(found)
          .as(line)
          .isEqualTo(
              Arrays.stream(stock.find(tokens.toStrings(), Adjacency.context(tokens)))
                  .map(s -> s.getStart() + " " + s.getEnd())
                  .toArray(String[]::new));
      names += found.length;
    }
    assertThat(names).isGreaterThan(lines.size() / 10);
  }
}
