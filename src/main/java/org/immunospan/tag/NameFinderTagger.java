package org.immunospan.tag;

import java.io.IOException;
import java.io.InputStream;
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
 * Marks what an OpenNLP name-finder model finds. Any standard {@code .bin} will do, whatever its
 * names are called; it should have been trained on the tokens of this program. A CRF of this
 * program is decoded by {@link FastDecoder}, any other model by {@code NameFinderME}. The score is
 * the model's probability of the span. One per thread; the model is shared.
 */
public final class NameFinderTagger implements Tagger {

  /** Finds names in one sentence. */
  private interface Finder {
    List<TokenSpan> find(Tokens tokens);
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
  public static Supplier<Tagger> load(InputStream in, EntityType type, String source)
      throws IOException {
    GeneModelFactory.permit();
    TokenNameFinderModel model = ClusterModelFactory.read(in);
    if (model.getFactory() instanceof ClusterModelFactory other
        && !(other instanceof GeneModelFactory)) {
      throw new IOException(
          "found a model of this program for something else, expected one for genes");
    }
    if (model.getNameFinderSequenceModel() instanceof CrfSequenceModel) {
      Supplier<FastDecoder> decoders = FastDecoder.decoders(model);
      ClusterModelFactory.Definition definition =
          model.getFactory() instanceof GeneModelFactory factory ? factory.definition() : null;
      return () -> defined(definition, new NameFinderTagger(decoders.get()::find, type, source));
    }
    return () -> new NameFinderTagger(stock(new NameFinderME(model)), type, source);
  }

  /** Brings the spans of a tagger to the definition that its model names, if any. */
  private static Tagger defined(ClusterModelFactory.Definition definition, Tagger tagger) {
    if (definition == ClusterModelFactory.Definition.GUIDELINES) {
      GeneSpans spans = new GeneSpans();
      return document -> spans.refine(document, tagger.tag(document));
    }
    return definition == ClusterModelFactory.Definition.CORPUS
        ? document -> PairedBrackets.repair(document.text(), tagger.tag(document))
        : tagger;
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
