package org.immunospan.crf.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.crf.CrfSequenceModel;
import org.immunospan.crf.TokenSpan;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.crf.train.Toy;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.RandomText;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.api.Test;

class FastDecoderTest {

  /** 3,000 sentences of the invented language with stray text between, and 1,000 random texts. */
  private static List<Tokens> sentences() {
    List<String> texts = new ArrayList<>();
    for (NameSample sample : Toy.samples(3, 3000)) {
      String glue = texts.size() % 3 == 0 ? "" : " ";
      texts.add(
          String.join(glue, sample.getSentence()) + (texts.size() % 7 == 0 ? " naïve β" : ""));
    }
    for (int seed = 0; seed < 1000; seed++) {
      texts.add(RandomText.of(seed));
    }
    BiomedicalTokenizer tokenizer = new BiomedicalTokenizer();
    return texts.stream()
        .filter(text -> !text.isEmpty())
        .map(text -> tokenizer.tokenize(text, new Span(0, text.length())))
        .toList();
  }

  @Test
  void finds_what_the_stock_name_finder_finds() throws IOException {
    assertThat(typesFoundAlike(Toy.train(Map.of("Epochs", "12")))).containsExactly("gene");
  }

  @Test
  void finds_names_of_several_types_as_the_stock_name_finder_does() throws IOException {
    TokenNameFinderModel model = Toy.train(Map.of("Epochs", "12"), Toy.typedSamples(1, 200));

    assertThat(typesFoundAlike(model)).containsExactly("drug", "family", "gene");
  }

  /** Compares the decoders on all sentences; returns the types of the names found. */
  private static Set<String> typesFoundAlike(TokenNameFinderModel model) throws IOException {
    Set<String> types = new TreeSet<>();
    NameFinderME stock = new NameFinderME(model);
    FastDecoder fast = FastDecoder.of(model);
    int names = 0;
    for (Tokens tokens : sentences()) {
      var expected = stock.find(tokens.toStrings(), Adjacency.context(tokens));
      List<TokenSpan> found = fast.find(tokens);
      assertThat(found.stream().map(s -> s.begin() + " " + s.end() + " " + s.type()).toList())
          .containsExactly(
              Arrays.stream(expected)
                  .map(s -> s.getStart() + " " + s.getEnd() + " " + s.getType())
                  .toArray(String[]::new));
      for (int i = 0; i < expected.length; i++) {
        assertThat(found.get(i).probability()).isBetween(0.0, 1.0);
        if (expected[i].length() == 1) {
          assertThat(found.get(i).probability()).isCloseTo(expected[i].getProb(), within(1e-9));
        }
      }
      names += expected.length;
      found.forEach(name -> types.add(name.type()));
    }
    assertThat(names).isGreaterThan(1000);
    return types;
  }

  @Test
  void a_span_that_is_asked_about_has_the_probability_that_it_has_when_found() throws IOException {
    FastDecoder fast = FastDecoder.of(Toy.train(Map.of("Epochs", "12")));
    for (Tokens tokens : sentences()) {
      String[][] context = Adjacency.context(tokens);
      List<TokenSpan> found = fast.find(tokens, context);
      List<TokenSpan> asked = new ArrayList<>(found);
      found.forEach(name -> asked.add(new TokenSpan(name.begin(), name.end(), "", 0)));

      FastDecoder.Weighed weighed = fast.find(tokens, context, asked);

      assertThat(weighed.names()).isEqualTo(found);
      assertThat(weighed.asked().subList(0, found.size())).isEqualTo(found);
      for (int i = 0; i < found.size(); i++) {
        double none = weighed.asked().get(found.size() + i).probability();
        assertThat(none).isBetween(0.0, 1 - found.get(i).probability() + 1e-9);
      }
    }
  }

  @Test
  void spans_of_an_earlier_sentence_are_weighed_as_they_were() throws IOException {
    FastDecoder fast = FastDecoder.of(Toy.train(Map.of("Epochs", "12")));
    List<FastDecoder.Kept> kept = new ArrayList<>();
    List<List<TokenSpan>> found = new ArrayList<>();
    for (Tokens tokens : sentences()) {
      found.add(fast.find(tokens));
      kept.add(fast.keep());
    }

    assertThat(found).anyMatch(names -> names.size() > 1);
    for (int i = 0; i < kept.size(); i++) {
      assertThat(fast.weigh(kept.get(i), found.get(i))).isEqualTo(found.get(i));
    }
  }

  @Test
  void threads_that_share_a_model_find_what_one_alone_finds() throws Exception {
    FastDecoder alone = FastDecoder.of(Toy.train(Map.of("Epochs", "12")));
    List<Tokens> sentences = sentences();
    List<List<TokenSpan>> expected = sentences.stream().map(alone::find).toList();
    Supplier<FastDecoder> cold = FastDecoder.decoders(Toy.train(Map.of("Epochs", "12")));
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<List<List<TokenSpan>>> all =
          () -> {
            FastDecoder own = cold.get();
            return sentences.stream().map(own::find).toList();
          };
      for (Future<List<List<TokenSpan>>> found : threads.invokeAll(List.of(all, all, all))) {
        assertThat(found.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void refuses_a_model_that_is_no_crf() throws IOException {
    TokenNameFinderModel model =
        NameFinderME.train(
            "en",
            "gene",
            ObjectStreamUtils.createObjectStream(Toy.samples(1, 50)),
            TrainingParameters.defaultParams(),
            new TokenNameFinderFactory());
    assertThatThrownBy(() -> FastDecoder.of(model))
        .isInstanceOf(InvalidFormatException.class)
        .hasMessageContaining("expected " + CrfSequenceModel.class.getName());
  }

  @Test
  void an_empty_sentence_has_no_names() throws IOException {
    FastDecoder fast = FastDecoder.of(Toy.train(Map.of("Epochs", "2")));
    assertThat(fast.find(new Tokens("", new int[0], new int[0], 0))).isEmpty();
  }
}
