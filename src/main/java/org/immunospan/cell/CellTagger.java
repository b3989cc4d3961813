package org.immunospan.cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.crf.TokenSpan;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.PairedBrackets;
import org.immunospan.tag.Tagger;
import org.immunospan.tag.TaggerFactory;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Tokens;

/**
 * Finds cells by a model that knows what lexicon and grammar say. A model by the guidelines of a
 * corpus decides alone, and lexicon and grammar only link its spans; one that follows the
 * guidelines decides together with them ({@link CellArbiter}). One per thread; the model is shared.
 */
public final class CellTagger implements Tagger {

  private final CellGrammarTagger tagger;
  private final FastDecoder decoder;
  private final String source;

  /** Null for a model by the guidelines of a corpus. */
  private final CellArbiter decision;

  private CellTagger(
      CellGrammarTagger tagger,
      FastDecoder decoder,
      NameSet lines,
      boolean isShipped,
      String source) {
    this.decision =
        lines == null ? null : new CellArbiter(tagger, decoder, lines, isShipped, source);
    this.tagger = tagger;
    this.decoder = decoder;
    this.source = source;
  }

  /**
   * Makes taggers of cell models.
   *
   * @param tagger lexicon and grammar, as in training
   * @param isShipped whether the model is the shipped one, for which it is known which sentences
   *     can be left out early
   */
  public static TaggerFactory with(CellGrammarTagger tagger, boolean isShipped) {
    return (model, source) -> of(model, tagger, isShipped, source);
  }

  private static Supplier<Tagger> of(
      TokenNameFinderModel model, CellGrammarTagger tagger, boolean isShipped, String source)
      throws IOException {
    CellModelFactory factory = CellModelFactory.of(model);
    Supplier<FastDecoder> decoders = FastDecoder.decoders(model);
    NameSet lines = factory.scheme() == AnnotationScheme.GUIDELINES ? factory.lines() : null;
    return () -> new CellTagger(tagger, decoders.get(), lines, isShipped, source);
  }

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    CellGrammarTagger.Reading reading = tagger.readAll(document);
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < document.sentences().size(); i++) {
      Sentence sentence = document.sentences().get(i);
      if (decision != null) {
        decision.decide(sentence, i, reading, mentions);
      } else {
        String[][] evidence = CellGrammarTagger.evidence(sentence, i, reading);
        addNames(sentence.tokens(), evidence, reading, mentions);
      }
    }
    mentions.sort(Mention.ORDER);
    return mentions;
  }

  private void addNames(
      Tokens tokens,
      String[][] evidence,
      CellGrammarTagger.Reading reading,
      List<Mention> mentions) {
    for (TokenSpan found : decoder.find(tokens, evidence)) {
      String text = tokens.documentText();
      PairedBrackets.cut(text, tokens.span(found.begin(), found.end() - 1))
          .map(span -> tagger.link(span, tagger.namesIn(span, tokens, reading), text))
          .map(mention -> mention.withScore(found.probability()).withSource(source))
          .ifPresent(mentions::add);
    }
  }
}
