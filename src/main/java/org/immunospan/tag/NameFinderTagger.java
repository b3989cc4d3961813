package org.immunospan.tag;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.crf.CrfNameFinderFactory;
import org.immunospan.crf.FastDecoder;
import org.immunospan.crf.Gluing;
import org.immunospan.crf.TokenSpan;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Tokens;

/**
 * Marks what an OpenNLP name-finder model finds. Any standard {@code .bin} will do, whatever its
 * names are called; it should have been trained on the tokens of this program. CRFs run in the fast
 * decoder, every other model in {@code NameFinderME}. The score is the model's probability of the
 * span. One per thread; the model is shared.
 */
public final class NameFinderTagger implements Tagger {

  private interface Finder {
    List<TokenSpan> find(Tokens tokens);

    /** Forgets what the sentences before have told. */
    default void forget() {}
  }

  private final Finder finder;
  private final EntityType type;
  private final String source;

  private NameFinderTagger(Finder finder, EntityType type, String source) {
    this.finder = finder;
    this.type = type;
    this.source = source;
  }

  /**
   * Reads a model once, for any number of taggers.
   *
   * @param source what to call the model in the mentions
   * @throws IOException if it is not a name-finder model of OpenNLP
   */
  public static Supplier<NameFinderTagger> load(InputStream in, EntityType type, String source)
      throws IOException {
    GeneModelFactory.permit();
    TokenNameFinderModel model = new TokenNameFinderModel(in);
    if (model.getFactory() instanceof CrfNameFinderFactory) {
      FastDecoder decoder = FastDecoder.of(model);
      return () -> {
        FastDecoder own = decoder.another();
        return new NameFinderTagger(own::find, type, source);
      };
    }
    return () -> {
      Finder own = new StockFinder(new NameFinderME(model));
      return new NameFinderTagger(own, type, source);
    };
  }

  private record StockFinder(NameFinderME finder) implements Finder {

    @Override
    public List<TokenSpan> find(Tokens tokens) {
      List<TokenSpan> names = new ArrayList<>();
      for (var found : finder.find(tokens.toStrings(), Gluing.context(tokens))) {
        names.add(
            new TokenSpan(found.getStart(), found.getEnd(), found.getType(), found.getProb()));
      }
      return names;
    }

    @Override
    public void forget() {
      finder.clearAdaptiveData();
    }
  }

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    finder.forget();
    List<Mention> mentions = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      for (TokenSpan found : finder.find(sentence.tokens())) {
        mentions.add(
            Mention.of(sentence.tokens().span(found.begin(), found.end() - 1), type)
                .withScore(found.probability())
                .withSource(source));
      }
    }
    return mentions;
  }
}
