package org.immunospan.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.cell.CellGrammarTagger;
import org.immunospan.cell.CellModelFactory;
import org.immunospan.cell.CellTagger;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.Tagger;
import org.immunospan.text.Document;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training on invented sentences in which every kind of zorp is a cell. */
class CellTrainingTest {

  private static final String NEW = "We saw that zorp 47 binds naive B cells.";

  private static CellGrammarTagger cells;
  private static SentenceSplitter splitter;

  @BeforeAll
  static void readModels() throws IOException {
    cells = CellGrammarTagger.read(FileSource.of(Path.of("models")), new BiomedicalTokenizer());
    try (InputStream in = Files.newInputStream(Path.of("models/sentences.bin"))) {
      splitter = SentenceSplitter.load(in).get();
    }
  }

  @Test
  void a_model_in_the_manner_of_a_corpus_marks_what_the_corpus_marks() throws IOException {
    Tagger tagger = CellTagger.with(cells, false).of(train(AnnotationScheme.CORPUS), "test").get();

    assertThat(tagger.tag(segmented(NEW)))
        .extracting(mention -> mention.span().of(NEW))
        .contains("zorp 47");
  }

  @Test
  void opennlp_reads_and_runs_the_model_as_the_decoder_does() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    train(AnnotationScheme.CORPUS).serialize(bytes);
    TokenNameFinderModel model =
        new TokenNameFinderModel(new ByteArrayInputStream(bytes.toByteArray()));
    var tokens = segmented(NEW).sentences().get(0).tokens();
    String[][] evidence = cells.evidence(segmented(NEW)).get(0);

    var stock = new NameFinderME(model).find(tokens.toStrings(), evidence);

    assertThat(FastDecoder.of(model).find(tokens, evidence))
        .extracting(span -> new Span(span.begin(), span.end()))
        .containsExactlyElementsOf(
            Stream.of(stock).map(span -> new Span(span.getStart(), span.getEnd())).toList());
  }

  @Test
  void gives_the_same_bytes_twice() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    serialiseModel(first);
    serialiseModel(second);

    assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
  }

  private static void serialiseModel(ByteArrayOutputStream out) throws IOException {
    Path file = Files.createTempFile("cells", ".bin");
    try {
      org.immunospan.crf.ModelFile.write(train(AnnotationScheme.GUIDELINES), file);
      out.write(Files.readAllBytes(file));
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "many [activated human B cells] died, many activated human [B cells] died",
    "[CD4+ and CD8+ T cells] died, [CD4+] and [CD8+ T cells] died",
    "[zorp 5] died, [zorp 5] died",
    "T cells met [zorp 5], T cells met [zorp 5]",
  })
  void gold_is_brought_to_the_guidelines(String marked, String expected) {
    String text = marked.replaceAll("[\\[\\]]", "");
    GoldDocument gold = gold("1", marked);

    List<GoldMention> mentions = new CellGuidelines(cells).apply(gold, segmented(text)).mentions();

    StringBuilder found = new StringBuilder(text);
    for (int i = mentions.size() - 1; i >= 0; i--) {
      found.insert(mentions.get(i).span().end(), ']').insert(mentions.get(i).span().begin(), '[');
    }
    assertThat(found).hasToString(expected);
  }

  private static TokenNameFinderModel train(AnnotationScheme scheme) throws IOException {
    List<GoldDocument> own = new ArrayList<>();
    List<GoldDocument> foreign = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      own.add(gold("o" + i, "We saw that [zorp " + i + "] binds it."));
      own.add(gold("n" + i, "We saw that blimp " + i + " binds it."));
      foreign.add(gold("f" + i, "Many [zorp " + i + " clusters] were seen."));
    }
    TrainingParameters parameters = TrainingEffort.USUAL.parameters();
    parameters.put("Silent", true);
    WordClusters clusters =
        new WordClusters(new int[] {2, 2, 2}, Map.of("zorp", new int[] {1, 1, 1}));
    CellModelFactory factory =
        new CellModelFactory(
            clusters, NameSet.empty(), scheme, CellModelFactory.shippedTemplates());
    return new NameFinderTraining(
            new CellSamples(splitter, cells), () -> factory, CellTagger.with(cells, false))
        .train(
            List.of(
                new TrainingSource("", scheme == AnnotationScheme.GUIDELINES, own),
                new TrainingSource("auxiliary", false, foreign)),
            parameters);
  }

  /** A document with the mentions that are in square brackets. */
  private static GoldDocument gold(String id, String marked) {
    List<GoldMention> mentions = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int begin = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '[') {
        begin = text.length();
      } else if (c == ']') {
        mentions.add(GoldMention.of(new Span(begin, text.length()), "CELL"));
      } else {
        text.append(c);
      }
    }
    return new GoldDocument(Document.of(id, "", text.toString()), mentions);
  }

  private static SegmentedDocument segmented(String text) {
    return splitter.segment(Document.of("1", "", text));
  }
}
