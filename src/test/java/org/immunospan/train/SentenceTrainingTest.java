package org.immunospan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import opennlp.tools.sentdetect.SentenceModel;
import org.immunospan.segment.SentenceSplitter;
import org.junit.jupiter.api.Test;

class SentenceTrainingTest {

  private static final SentenceEnds SMALL =
      marked(
          "Cells were sorted.| Mice vs. rats were compared.| Dose A vs. dose B was tested.|\n"
              + "Counts rose.| Drug C vs. drug D was given.| Titres fell.| Cells died.|");

  @Test
  void a_trained_model_survives_writing_and_reading_and_knows_what_it_was_taught()
      throws IOException {
    SentenceModel model = SentenceTraining.train(List.of(SMALL, SMALL, SMALL));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.serialize(bytes);

    SentenceSplitter splitter =
        SentenceSplitter.load(new ByteArrayInputStream(bytes.toByteArray())).get();

    assertThat(SentenceTraining.evaluate(splitter, List.of(SMALL)))
        .isEqualTo(new BoundaryScore(7, 7, 7, 2));
  }

  @Test
  void the_same_documents_give_the_same_weights() throws IOException {
    List<SentenceEnds> documents = List.of(SMALL, SMALL);

    SentenceModel first = SentenceTraining.train(documents);
    SentenceModel second = SentenceTraining.train(documents);

    assertThat(second.getMaxentModel()).isEqualTo(first.getMaxentModel());
  }

  @Test
  void a_missed_end_and_a_wrong_one_are_counted() throws IOException {
    SentenceEnds document =
        marked("Weight, height, e.g. in| children, was measured. Sera were kept.|");
    SentenceSplitter splitter = shippedSplitter();

    BoundaryScore score = SentenceTraining.evaluate(splitter, List.of(document));

    assertThat(score).isEqualTo(new BoundaryScore(1, 2, 2, 1));
    assertThat(score.f1()).isEqualTo(0.5);
    assertThat(score.inside()).isEqualTo(new BoundaryScore(0, 1, 1, 0));
  }

  @Test
  void the_bundled_model_keeps_its_score_on_held_out_abstracts() throws IOException {
    Path shared = Path.of("../shared");
    assumeTrue(Files.exists(shared.resolve("data/jnlpba")), "needs ../shared/data");
    List<SentenceEnds> heldOut =
        new SentenceEndsReader(shared)
            .read(Path.of("corpora/sentence-boundaries/boundaries.tsv")).stream()
                .filter(document -> document.part().equals("heldout"))
                .toList();

    BoundaryScore score = SentenceTraining.evaluate(shippedSplitter(), heldOut);

    assertThat(score.inside().f1()).isGreaterThan(0.99);
  }

  private static SentenceSplitter shippedSplitter() throws IOException {
    try (InputStream in = Files.newInputStream(Path.of("models/sentences.bin"))) {
      return SentenceSplitter.load(in).get();
    }
  }

  private static SentenceEnds marked(String text) {
    BitSet ends = new BitSet();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '|') {
        ends.set(plain.length());
      } else {
        plain.append(c);
      }
    }
    return new SentenceEnds("train", "here", "1", plain.toString(), ends);
  }
}
