package org.immunospan.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneNamesTest {

  private static final BiomedicalTokenizer TOKENIZER = new BiomedicalTokenizer();

  @TempDir private Path folder;

  /** Invented terminologies in the columns of the real ones. */
  @BeforeEach
  void write() throws IOException {
    plain("biowordlists/custom_stopwords_genes.txt", "blot\n");
    zip(
        "hgnc/hgnc_complete_set.txt.gz",
        line(12, "1 QRX1", "2 quorax receptor 1", "8 \"QRXA|CELL\"", "9 \"vimodin, alpha chain\""));
    zip(
        "ncbi-gene/Homo_sapiens.gene_info.gz",
        line(14, "2 ZYG7", "4 BLOT|ZG7", "8 zygoblin 7 (pseudo)", "13 hypothetical thing"));
    zip(
        "ncbi-gene/Mus_musculus.gene_info.gz",
        line(14, "2 Gm1234", "4 -", "8 predicted gene 1234", "13 -")
            + line(14, "2 Wug2", "4 -", "8 wuggin protein", "13 -"));
    zip("reach-kb/ProteinFamilies.tsv.gz", "Plonkase family\tX1\n");
    zip("reach-kb/chebi.tsv.gz", "fluxamide\tC1\n");
    zip("reach-kb/Cellosaurus.tsv.gz", "HuQ-7\tV1\n");
    plain("cell-ontology/cl-terms.tsv", "CL:1\tother\tflump cell\tflump cell\tLABEL\t\n");
  }

  @ParameterizedTest(name = "{0}: {1} ({2})")
  @CsvSource({
    "QRX1, symbol exact, a symbol",
    "qrx1, symbol, a symbol in another case",
    "ZG7, symbol exact, an alias",
    "Wug2, symbol exact, a symbol of mouse",
    "quorax receptor 1, name, a name",
    "alpha chain vimodin, name, what stands behind a comma put first",
    "vimodin, name, a name up to its comma",
    "wuggin, name, a name without its head word",
    "zygoblin 7, name, a name without brackets",
    "Plonkase family, family, a family",
    "Gm1234, '', a temporary symbol",
    "hypothetical thing, '', says nothing",
    "CELL, '', a common word",
    "BLOT, '', a word on the stop list",
    "fluxamide, '', a chemical",
  })
  void knows_what_kind_of_name_a_gene_has(String text, String kinds, String why)
      throws IOException {
    NameSet genes = new GeneNames(folder, TOKENIZER, Set.of("cell")).genes();

    assertThat(kinds(genes, text, "symbol", "name", "family", "exact")).as(why).isEqualTo(kinds);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "fluxamide, chemical",
    "HuQ-7, line",
    "flump cell, cell",
    "flump cells, cell",
    "QRX1, ''",
  })
  void knows_what_is_easily_taken_for_a_gene(String text, String kinds) throws IOException {
    NameSet others = new GeneNames(folder, TOKENIZER, Set.of()).others();

    assertThat(kinds(others, text, "chemical", "line", "cell")).isEqualTo(kinds);
  }

  @Test
  void the_shipped_common_words_hold_no_well_known_gene() {
    assertThat(CommonWords.shipped())
        .contains("cell", "was")
        .doesNotContain("insulin", "p53")
        .allMatch(word -> word.equals(word.strip()) && !word.startsWith("#"));
  }

  /** The kinds of name that the whole text is. */
  private static String kinds(NameSet names, String text, String... labels) {
    Tokens tokens = TOKENIZER.tokenize(text, new Span(0, text.length()));
    String[] forms = tokens.toStrings();
    String[] places = names.places(forms, Adjacency.glued(forms.length, Adjacency.context(tokens)));
    return IntStream.range(0, labels.length)
        .filter(kind -> isWhole(places, kind))
        .mapToObj(kind -> labels[kind])
        .collect(Collectors.joining(" "));
  }

  private static boolean isWhole(String[] places, int kind) {
    String letters =
        Arrays.stream(places)
            .map(place -> place == null ? "O" : place.substring(kind, kind + 1))
            .collect(Collectors.joining());
    return letters.matches("U|BI*L");
  }

  private static String line(int fields, String... values) {
    String[] all = new String[fields];
    Arrays.fill(all, "");
    for (String value : values) {
      int blank = value.indexOf(' ');
      all[Integer.parseInt(value.substring(0, blank))] = value.substring(blank + 1);
    }
    return String.join("\t", all) + "\n";
  }

  private void plain(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void zip(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }
}
