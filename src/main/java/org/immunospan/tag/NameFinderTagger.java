package org.immunospan.tag;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;

/**
 * Marks what an OpenNLP name-finder model finds. Any standard {@code .bin} will do, whatever its
 * names are called; it should have been trained on the tokens of this program. The score is the
 * model's probability of the span. One per thread; the model is shared.
 */
public final class NameFinderTagger implements Tagger {

  private final NameFinderME finder;
  private final EntityType type;
  private final String source;

  private NameFinderTagger(TokenNameFinderModel model, EntityType type, String source) {
    this.finder = new NameFinderME(model);
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
    TokenNameFinderModel model = new TokenNameFinderModel(in);
    return () -> new NameFinderTagger(model, type, source);
  }

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    finder.clearAdaptiveData();
    List<Mention> mentions = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      for (opennlp.tools.util.Span found : finder.find(sentence.tokens().toStrings())) {
        mentions.add(
            Mention.of(sentence.tokens().span(found.getStart(), found.getEnd() - 1), type)
                .withScore(found.getProb())
                .withSource(source));
      }
    }
    return mentions;
  }
}
