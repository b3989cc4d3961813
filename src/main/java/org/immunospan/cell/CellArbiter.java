package org.immunospan.cell;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.crf.TokenSpan;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.tag.PairedBrackets;
import org.immunospan.text.Mention;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * One decision of lexicon, grammar and model on the cells of a sentence. Where the grammar reads a
 * name, its span stands, unless the model rather thinks that none of its words is a cell. Where it
 * reads none, the model adds what it finds, if that ends in a word for a cell or is an
 * abbreviation, but for words that the grammar knows and would have read if they named a cell
 * there, for names of cell lines, and for cells that are only said to be in a state. Belongs to one
 * thread.
 */
final class CellArbiter {

  /** What the names of a cell model are called. */
  static final String CELL = "cell";

  /** A name of the grammar falls if the model takes it for none with this probability. */
  private static final double SURE = 0.5;

  /** A name of the model alone counts from this probability. */
  private static final double LIKELY = 0.8;

  private final CellGrammarTagger tagger;
  private final FastDecoder decoder;
  private final NameSet lines;
  private final String source;

  CellArbiter(CellGrammarTagger tagger, FastDecoder decoder, NameSet lines, String source) {
    this.tagger = tagger;
    this.decoder = decoder;
    this.lines = lines;
    this.source = source;
  }

  /**
   * Adds the mentions of a sentence.
   *
   * @param number of the sentence among those of the document, from 0
   * @param reading of its document
   */
  void decide(
      Sentence sentence, int number, CellGrammarTagger.Reading reading, List<Mention> mentions) {
    Tokens tokens = sentence.tokens();
    List<Mention> read =
        reading.cells().stream().filter(cell -> sentence.span().overlaps(cell.span())).toList();
    CellGrammar.Analysis analysis = reading.sentences().get(number);
    if (read.isEmpty()
        && !CellGrammar.mayHoldName(sentence.span(), tokens.documentText(), analysis.chunks())) {
      return;
    }
    String[][] evidence = CellGrammarTagger.evidence(sentence, number, reading);
    List<TokenSpan> asked = new ArrayList<>(2 * read.size());
    for (Mention cell : read) {
      int first = tokens.firstBehind(cell.span().begin());
      int end = tokens.firstFrom(cell.span().end());
      asked.add(new TokenSpan(first, end, CELL, Double.NaN));
      asked.add(new TokenSpan(first, end, "", Double.NaN));
    }
    FastDecoder.Weighed weighed = decoder.find(tokens, evidence, asked);
    for (int i = 0; i < read.size(); i++) {
      double none = weighed.asked().get(2 * i + 1).probability();
      double right = weighed.asked().get(2 * i).probability();
      if (!mayFall(read.get(i), analysis)) {
        mentions.add(
            tagger.mention(read.get(i), tokens.documentText()).withScore(prior(read.get(i))));
      } else if (none < SURE) {
        mentions.add(
            tagger
                .mention(read.get(i), tokens.documentText())
                .withScore(score(read.get(i), right, none)));
      }
    }
    for (TokenSpan found : weighed.names()) {
      Span span = tokens.span(found.begin(), found.end() - 1);
      if (found.probability() >= LIKELY
          && read.stream().noneMatch(cell -> cell.span().overlaps(span))
          && !holdsLine(found, tokens, evidence)) {
        PairedBrackets.cut(tokens.documentText(), span)
            .flatMap(cut -> tagger.nameWithin(cut, tokens, analysis))
            .filter(name -> !reading.others().contains(name.of(tokens.documentText())))
            .ifPresent(name -> addName(name, found.probability(), tokens, reading, mentions));
      }
    }
  }

  /** Adds a name of the model unless the grammar knows, and so has refused it. */
  private void addName(
      Span name,
      double probability,
      Tokens tokens,
      CellGrammarTagger.Reading reading,
      List<Mention> mentions) {
    List<Mention> known = tagger.namesIn(name, tokens, reading);
    if (known.stream().allMatch(cell -> !cell.grounding().isLinked())
        || tagger.isShort(name, tokens)) {
      Mention mention = tagger.link(name, known, tokens.documentText());
      String subtype = mention.subtype().isEmpty() ? "other" : mention.subtype();
      mentions.add(mention.withSubtype(subtype).withScore(probability).withSource(source));
    }
  }

  /**
   * Whether a model can judge a name: it knows too few cells without a class, and too few parts of
   * coordinations.
   */
  private static boolean mayFall(Mention cell, CellGrammar.Analysis analysis) {
    return cell.grounding().isLinked()
        && cell.markers().isEmpty()
        && analysis.names().stream()
            .noneMatch(name -> name.shared() && name.span().equals(cell.span()));
  }

  private boolean holdsLine(TokenSpan span, Tokens tokens, String[][] evidence) {
    String[] places = lines.places(tokens.toStrings(), Adjacency.glued(tokens.size(), evidence));
    for (int t = span.begin(); t < span.end(); t++) {
      if (places[t] != null) {
        return true;
      }
    }
    return false;
  }

  /** How often lexicon and grammar alone are right. */
  private static double prior(Mention cell) {
    return cell.grounding().isLinked() ? 0.97 : 0.9;
  }

  private static double score(Mention cell, double right, double none) {
    double prior = prior(cell);
    return prior * (1 - none) + (1 - prior) * right;
  }
}
