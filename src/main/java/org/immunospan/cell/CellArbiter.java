package org.immunospan.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunospan.crf.TokenSpan;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.tag.PairedBrackets;
import org.immunospan.text.Mention;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * One decision of lexicon, grammar and model on the cells of a sentence. The grammar knows what a
 * cell is called and which class it belongs to; the model knows, from annotated abstracts, where
 * its name begins and ends and whether it is a cell at all. So a name of the grammar falls when the
 * model is sure that no cell is there, takes the span of the model where the two differ, and keeps
 * its class; and the model adds names that the grammar does not read, except for cell lines.
 * Belongs to one thread.
 */
final class CellArbiter {

  /** What the names of a cell model are called. */
  static final String CELL = "cell";

  /** Drop a name of the grammar when P(no cell here) reaches this. */
  private static final double SURE = 0.5;

  /**
   * Where the grammar sees no word of a cell, the model is asked only if a name gains this by its
   * words alone (the logarithm of odds), by the shipped model. Of 11,175 such sentences, 22 held a
   * likely span, and the least of them had -1.2; nine in ten of the others have less than -3.
   */
  private static final double LEAST = -3;

  /** A span of the model counts from this probability. */
  static final double LIKELY = 0.6;

  private final CellGrammarTagger tagger;
  private final FastDecoder decoder;
  private final NameSet lines;
  private final boolean isShipped;
  private final String source;

  CellArbiter(
      CellGrammarTagger tagger,
      FastDecoder decoder,
      NameSet lines,
      boolean isShipped,
      String source) {
    this.tagger = tagger;
    this.decoder = decoder;
    this.lines = lines;
    this.isShipped = isShipped;
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
    List<Mention> read = reading.cellsAt(sentence.span());
    if (isShipped && !mayHoldCell(sentence, number, reading, decoder)) {
      return;
    }
    String[][] evidence = CellGrammarTagger.evidence(sentence, number, reading);
    FastDecoder.Weighed weighed = decoder.find(tokens, evidence, questions(read, tokens));
    List<Rival> rivals = rivals(weighed, tokens, reading);
    Map<Span, Rival> rivalOfCell = new HashMap<>();
    rivals.stream()
        .filter(rival -> rival.cells().size() == 1)
        .forEach(rival -> rivalOfCell.putIfAbsent(rival.cells().get(0).span(), rival));
    Set<Span> shared = new HashSet<>();
    reading.sentences().get(number).names().stream()
        .filter(CellName::shared)
        .forEach(name -> shared.add(name.span()));
    for (int i = 0; i < read.size(); i++) {
      Mention cell = read.get(i);
      double right = weighed.asked().get(2 * i).probability();
      double none = weighed.asked().get(2 * i + 1).probability();
      Rival rival = rivalOfCell.get(cell.span());
      if (rival != null && rival.mayReplace(cell)) {
        mentions.add(replace(cell, rival, tokens, reading));
      } else if (!mayFall(cell, shared)
          || tagger.isUnmistakable(cell.span().of(tokens.documentText()))) {
        mentions.add(tagger.mention(cell, tokens.documentText()).withScore(prior(cell)));
      } else if (none < SURE) {
        double score = score(cell, right, none);
        mentions.add(tagger.mention(cell, tokens.documentText()).withScore(score));
      }
    }
    String[] places = null;
    for (Rival rival : rivals) {
      String text = rival.span().of(tokens.documentText());
      if (!rival.cells().isEmpty() || reading.others().contains(text)) {
        continue;
      }
      if (places == null) {
        places = lines.places(tokens);
      }
      if (!holdsLine(rival.tokens(), places)) {
        mentions.add(linked(rival, tokens, reading).withSource(source));
      }
    }
  }

  /**
   * Whether a sentence can hold a cell, a cheap test that leaves out most sentences without one:
   * the grammar reads a name or knows a word of cell names, or the words allow the model a name.
   */
  static boolean mayHoldCell(
      Sentence sentence, int number, CellGrammarTagger.Reading reading, FastDecoder decoder) {
    Tokens tokens = sentence.tokens();
    return !reading.cellsAt(sentence.span()).isEmpty()
        || reading.sentences().get(number).chunks().hasEvidence()
        || decoder.mayHoldName(tokens, LEAST);
  }

  /** For each name of the grammar: the probability of its span, and of no cell there. */
  private static List<TokenSpan> questions(List<Mention> read, Tokens tokens) {
    List<TokenSpan> asked = new ArrayList<>(2 * read.size());
    for (Mention cell : read) {
      int first = tokens.firstEndingAfter(cell.span().begin());
      int end = tokens.firstFrom(cell.span().end());
      asked.add(new TokenSpan(first, end, CELL, Double.NaN));
      asked.add(new TokenSpan(first, end, "", Double.NaN));
    }
    return asked;
  }

  /**
   * A likely span of the model.
   *
   * @param cells the names of the grammar that it overlaps
   */
  private record Rival(TokenSpan tokens, Span span, List<Mention> cells) {

    /** The two differ about one and the same name, and no marker of it would be cut off. */
    boolean mayReplace(Mention cell) {
      return cells.size() == 1
          && cells.get(0).equals(cell)
          && !span.equals(cell.span())
          && (span.contains(cell.span()) || cell.markers().isEmpty());
    }
  }

  /** The likely spans of the model, but for those that share a name of the grammar. */
  private static List<Rival> rivals(
      FastDecoder.Weighed weighed, Tokens tokens, CellGrammarTagger.Reading reading) {
    List<Rival> rivals = new ArrayList<>();
    Set<Mention> shared = new HashSet<>();
    Set<Mention> seen = new HashSet<>();
    for (TokenSpan found : weighed.names()) {
      Span whole = tokens.span(found.begin(), found.end() - 1);
      Optional<Span> span = PairedBrackets.cut(tokens.documentText(), whole);
      List<Mention> cells = reading.cellsAt(whole);
      cells.stream().filter(cell -> !seen.add(cell)).forEach(shared::add);
      if (span.isPresent() && found.probability() >= LIKELY) {
        rivals.add(new Rival(found, span.get(), cells));
      }
    }
    rivals.removeIf(rival -> rival.cells().stream().anyMatch(shared::contains));
    return rivals;
  }

  /** The name of the grammar at the span of the model; a longer span keeps the class. */
  private Mention replace(
      Mention cell, Rival rival, Tokens tokens, CellGrammarTagger.Reading reading) {
    if (rival.span().contains(cell.span())) {
      return tagger
          .mention(cell.withSpan(rival.span()), tokens.documentText())
          .withScore(rival.tokens().probability());
    }
    return linked(rival, tokens, reading);
  }

  /** A span of the model with the class that its words name. */
  private Mention linked(Rival rival, Tokens tokens, CellGrammarTagger.Reading reading) {
    List<Mention> known = tagger.namesIn(rival.span(), tokens, reading);
    Mention mention = tagger.link(rival.span(), known, tokens.documentText());
    String subtype = mention.subtype().isEmpty() ? "other" : mention.subtype();
    return mention.withSubtype(subtype).withScore(rival.tokens().probability());
  }

  /**
   * Whether a model can judge a name: it knows too few cells without a class, and too few parts of
   * coordinations.
   */
  private static boolean mayFall(Mention cell, Set<Span> shared) {
    return cell.grounding().isLinked() && cell.markers().isEmpty() && !shared.contains(cell.span());
  }

  private static boolean holdsLine(TokenSpan span, String[] places) {
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
