package org.immunospan.tag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.crf.CrfSequenceModel;
import org.immunospan.crf.TokenSpan;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Tokens;

/**
 * Marks the names that an OpenNLP name-finder model finds, whatever types the model gives them. A
 * CRF of this program is decoded by {@link FastDecoder}, any other model by {@code NameFinderME};
 * the model should have been trained on the tokens of this program. The score is the model's
 * probability of the span. One per thread; the model is shared.
 */
public final class CrfTagger implements Tagger {

  /** Finds names in one sentence. */
  private interface Finder {
    List<TokenSpan> find(Tokens tokens);
  }

  private final Finder finder;
  private final EntityType type;
  private final String source;

  private CrfTagger(Finder finder, EntityType type, String source) {
    this.finder = finder;
    this.type = type;
    this.source = source;
  }

  /**
   * Prepares a model once, for any number of taggers.
   *
   * @param type of the mentions
   * @param isShipped whether it is the shipped gene model, for which it is known which sentences
   *     can be left out early ({@link FastDecoder#findLikely})
   * @param source what to call the model in the mentions
   */
  public static Supplier<Tagger> of(
      TokenNameFinderModel model, EntityType type, boolean isShipped, String source)
      throws IOException {
    if (model.getNameFinderSequenceModel() instanceof CrfSequenceModel) {
      Supplier<FastDecoder> decoders = FastDecoder.decoders(model);
      return () -> {
        FastDecoder decoder = decoders.get();
        return new CrfTagger(isShipped ? decoder::findLikely : decoder::find, type, source);
      };
    }
    return () -> new CrfTagger(stock(new NameFinderME(model)), type, source);
  }

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    List<Mention> mentions = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      Tokens tokens = sentence.tokens();
      for (TokenSpan found : finder.find(tokens)) {
        mentions.add(
            Mention.of(tokens.span(found.begin(), found.end() - 1), type)
                .withScore(found.probability())
                .withSource(source));
      }
    }
    return mentions;
  }

  private static Finder stock(NameFinderME finder) {
    return tokens -> {
      finder.clearAdaptiveData();
      List<TokenSpan> names = new ArrayList<>();
      for (var span : finder.find(tokens.toStrings(), Adjacency.context(tokens))) {
        names.add(new TokenSpan(span.getStart(), span.getEnd(), span.getType(), span.getProb()));
      }
      return names;
    };
  }
}
