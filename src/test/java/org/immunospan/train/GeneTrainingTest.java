package org.immunospan.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.gene.GeneModelFactory;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.CrfTagger;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.api.Test;

class GeneTrainingTest {

  private static final BiomedicalTokenizer TOKENIZER = new BiomedicalTokenizer();
  private static final WordClusters CLUSTERS =
      new WordClusters(new int[] {2, 2, 2}, Map.of("il", new int[] {1, 1, 1}));

  @Test
  void makes_a_model_that_opennlp_reads_and_runs() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    train().serialize(bytes);

    TokenNameFinderModel model =
        new TokenNameFinderModel(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(names(model, "We saw that IL-7 binds it.")).containsExactly("IL-7");
  }

  @Test
  void gives_the_same_bytes_twice() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    train().serialize(first);
    train().serialize(second);

    List<String> a = names(read(first), "IL-9 and the cell.");
    List<String> b = names(read(second), "IL-9 and the cell.");

    assertThat(a).isEqualTo(b);
  }

  private static TokenNameFinderModel read(ByteArrayOutputStream bytes) throws IOException {
    return new TokenNameFinderModel(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static TokenNameFinderModel train() throws IOException {
    List<GoldDocument> documents = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      documents.add(document(i, "We saw that IL-" + i + " binds it.", "IL-" + i));
      documents.add(document(i, "We saw that a cell binds it.", ""));
    }
    TrainingParameters parameters = TrainingEffort.USUAL.parameters();
    parameters.put("Silent", true);
    GeneModelFactory factory =
        new GeneModelFactory(
            CLUSTERS,
            NameSet.empty(),
            NameSet.empty(),
            AnnotationScheme.GUIDELINES,
            GeneModelFactory.shippedTemplates());
    return new NameFinderTraining(
            new GeneSamples(TOKENIZER, document -> List.of(new Span(0, document.text().length()))),
            () -> factory,
            (model, name) -> CrfTagger.of(model, EntityType.GENE, false, name))
        .train(List.of(new TrainingSource("", false, documents)), parameters);
  }

  private static GoldDocument document(int id, String text, String name) {
    int at = text.indexOf(name);
    return new GoldDocument(
        Document.of(Integer.toString(id), "", text),
        name.isEmpty()
            ? List.of()
            : List.of(GoldMention.of(new Span(at, at + name.length()), "GENE")));
  }

  private static List<String> names(TokenNameFinderModel model, String text) {
    Tokens tokens = TOKENIZER.tokenize(text, new Span(0, text.length()));
    return Arrays.stream(
            new NameFinderME(model).find(tokens.toStrings(), Adjacency.context(tokens)))
        .map(span -> tokens.span(span.getStart(), span.getEnd() - 1).of(text))
        .toList();
  }
}
