package org.immunospan.cell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.resource.FileSource;
import org.immunospan.tag.Tagger;
import org.immunospan.text.CellDetails;
import org.immunospan.text.Concept;
import org.immunospan.text.EntityType;
import org.immunospan.text.Grounding;
import org.immunospan.text.Marker;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * Finds cell types by lexicon and grammar. An abbreviation that a document defines after a cell
 * name is that cell throughout the document, and one that it defines as something else is not a
 * cell. Immutable; safe to share.
 */
public final class CellGrammarTagger implements Tagger {

  private static final String LEXICON = "cells.tsv";
  private static final double SCORE_WITH_CLASS = 0.9;
  private static final double SCORE_WITHOUT_CLASS = 0.6;

  private final CellGrammar grammar;
  private final CellLinker linker;
  private final OntologyWordMatcher nameWords;
  private final CellLineages lineages;
  private final Tokenizer tokenizer;
  private final CellRules rules;
  private final String source;

  private CellGrammarTagger(
      CellGrammar grammar,
      CellLinker linker,
      OntologyWordMatcher nameWords,
      CellLineages lineages,
      Tokenizer tokenizer,
      CellRules rules,
      String source) {
    this.tokenizer = tokenizer;
    this.rules = rules;
    this.grammar = grammar;
    this.linker = linker;
    this.nameWords = nameWords;
    this.lineages = lineages;
    this.source = source;
  }

  /**
   * Reads lexicon and grammar.
   *
   * @param models where to find {@code cells.tsv}, {@code cell-markers.tsv}, {@code
   *     cell-phenotypes.tsv}, {@code cell-grammar.tsv} and {@code cell-lineages.tsv}
   * @param tokenizer the one that cuts the text
   */
  public static CellGrammarTagger read(FileSource models, Tokenizer tokenizer) throws IOException {
    Lexicon lexicon = lexicon(models);
    CellRules rules = CellRules.read(models);
    CellWords words = CellWords.read(models, "cell-grammar.tsv", rules);
    MarkerReader markers =
        new MarkerReader(MarkerTable.read(models, "cell-markers.tsv"), rules, words.firstWords());
    CellGrammar bare = new CellGrammar(markers, words.compile(Map.of(), tokenizer), rules);
    CellLinker linker =
        CellLinker.of(lexicon, models.lines(CellLinker.PHENOTYPES), bare, tokenizer, rules);
    CellGrammar full =
        new CellGrammar(markers, words.compile(linker.opaqueNames(), tokenizer), rules);
    return new CellGrammarTagger(
        full,
        linker,
        new OntologyWordMatcher(lexicon, words.sameWords(), rules),
        lineages(models, lexicon),
        tokenizer,
        rules,
        lexicon.source());
  }

  private static CellLineages lineages(FileSource models, Lexicon lexicon) throws IOException {
    try (InputStream in = models.open(CellLineages.FILE)) {
      return CellLineages.read(in, CellLineages.FILE, lexicon);
    }
  }

  private static Lexicon lexicon(FileSource models) throws IOException {
    try (InputStream in = models.open(LEXICON)) {
      return LexiconReader.read(in, LEXICON);
    }
  }

  /** Whether a name has no other meaning than a cell: {@code cDC1s}. */
  boolean isUnmistakable(String name) {
    return rules.forms("unmistakable").contains(name);
  }

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    List<Mention> mentions = new ArrayList<>();
    for (Mention cell : read(document)) {
      mentions.add(mention(cell, document.text()));
    }
    mentions.sort(Mention.ORDER);
    return mentions;
  }

  /** The cells of a document with their markers, sorted, disjoint. */
  public List<Mention> read(SegmentedDocument document) {
    return readAll(document).cells();
  }

  /**
   * Everything that is read in a document.
   *
   * @param sentences the words and names of each sentence
   * @param others abbreviations that it defines as something else than cells
   */
  record Reading(List<Mention> cells, List<CellGrammar.Analysis> sentences, Set<String> others) {

    /** The cells that overlap a span, in order. */
    List<Mention> cellsAt(Span span) {
      int low = 0;
      int high = cells.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (cells.get(middle).span().end() <= span.begin()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      int end = low;
      while (end < cells.size() && cells.get(end).span().begin() < span.end()) {
        end++;
      }
      return cells.subList(low, end);
    }
  }

  Reading readAll(SegmentedDocument document) {
    List<CellGrammar.Analysis> namesOfSentences = new ArrayList<>(document.sentences().size());
    for (Sentence sentence : document.sentences()) {
      namesOfSentences.add(grammar.analyse(sentence.tokens(), Map.of()));
    }
    List<CellName> names = flat(namesOfSentences);
    CellAbbreviations definitions =
        CellAbbreviations.of(document.text(), names, document.abbreviations(), linker, rules);
    if (!definitions.heads().isEmpty()) {
      readAgain(document, definitions.heads(), namesOfSentences);
      names = flat(namesOfSentences);
    }
    DocumentEvidence context = DocumentEvidence.of(names, rules);
    List<Mention> cells = new ArrayList<>(names.size());
    for (CellName found : names) {
      String text = found.span().of(document.text());
      CellName name = context.complete(found);
      if (isLikely(name, context) && !definitions.others().contains(text)) {
        cells.add(cell(name, definitions.longForms().getOrDefault(text, "")));
      }
    }
    return new Reading(cells, namesOfSentences, definitions.others());
  }

  /** What is known of the tokens of each sentence, as a cell model wants it. */
  public List<String[][]> evidence(SegmentedDocument document) {
    Reading reading = readAll(document);
    List<String[][]> contexts = new ArrayList<>();
    for (int i = 0; i < document.sentences().size(); i++) {
      contexts.add(evidence(document.sentences().get(i), i, reading));
    }
    return contexts;
  }

  /** The same of one sentence, the i-th of the document that was read. */
  static String[][] evidence(Sentence sentence, int i, Reading reading) {
    return CellEvidence.of(
        sentence.tokens(), reading.sentences().get(i).chunks(), reading.cellsAt(sentence.span()));
  }

  /**
   * The names that lexicon and grammar read in a span that a model found; if none, what they read
   * in its words by themselves; if nothing, what they read with a noun added ({@code myeloid}).
   *
   * @param reading of the document it is in
   */
  List<Mention> namesIn(Span span, Tokens tokens, Reading reading) {
    List<Mention> inside =
        reading.cellsAt(span).stream()
            .filter(cell -> span.contains(cell.span()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (inside.isEmpty()) {
      grammar.read(tokens.within(span), Map.of()).forEach(name -> inside.add(cell(name, "")));
    }
    if (inside.isEmpty()) {
      grammar.shortName(span, tokens).ifPresent(name -> inside.add(cell(name, "")));
    }
    if (inside.isEmpty()) {
      String text = span.of(tokens.documentText()) + " cell";
      Tokens withNoun = tokenizer.tokenize(text, new Span(0, text.length()));
      grammar.read(withNoun, Map.of()).stream()
          .filter(name -> name.span().end() == text.length())
          .forEach(name -> inside.add(movedTo(span, cell(name, ""))));
    }
    return inside;
  }

  /** A cell that was read in a text of its own, at its place in the document. */
  private static Mention movedTo(Span span, Mention cell) {
    List<Marker> markers = new ArrayList<>();
    for (Marker marker : cell.markers()) {
      Span moved =
          new Span(marker.span().begin() + span.begin(), marker.span().end() + span.begin());
      markers.add(new Marker(moved, marker.name(), marker.level(), marker.identifier()));
    }
    return cell.withSpan(span).withCell(new CellDetails(cell.lineage(), markers));
  }

  /**
   * What a span that a model found is called, by the names in it; several make several classes.
   *
   * @param text of the document
   */
  Mention link(Span span, List<Mention> names, String text) {
    if (names.isEmpty()) {
      return mention(
          Mention.of(span, EntityType.CELL).withSubtype("other").withSource(source), text);
    }
    Mention mention = mention(names.get(names.size() - 1).withSpan(span), text);
    if (names.size() == 1) {
      return mention;
    }
    return mention.withGrounding(
        Grounding.all(
            names.stream()
                .flatMap(name -> name.grounding().candidates().stream())
                .distinct()
                .toList()));
  }

  private boolean isLikely(CellName name, DocumentEvidence context) {
    if (!name.shared() || !name.markers().isEmpty()) {
      return true;
    }
    return linker.knowsDifferentiae(name) && context.allows(name);
  }

  /** The mention of a name, whose class is what the grammar alone says. */
  private Mention cell(CellName name, String longForm) {
    Mention unlinked =
        new Mention(
                name.span(),
                EntityType.CELL,
                name.subtype(),
                Grounding.unlinked(),
                Double.NaN,
                source)
            .withLongForm(longForm)
            .withCell(
                new CellDetails(
                    "", name.markers().stream().map(MarkerReader.Reading::toMarker).toList()));
    return withGrounding(unlinked, linker.link(name));
  }

  /** The cell with a class, from which subtype and lineage follow. */
  private Mention withGrounding(Mention cell, Grounding grounding) {
    if (!(grounding instanceof Grounding.Linked linked)) {
      return cell;
    }
    String identifier = linked.candidate().concept().identifier();
    return cell.withGrounding(grounding)
        .withSubtype(linker.subtypeOf(identifier))
        .withCell(cell.cell().withLineage(lineages.of(identifier)));
  }

  /**
   * The cell with the class that the words of its name and before it make it, unless it is of the
   * immune system or the blood, which the grammar is made for.
   */
  private Mention byWords(Mention cell, String text) {
    if (cell.subtype().equals("immune") || !cell.lineage().isEmpty()) {
      return cell;
    }
    String known = cell.concepts().stream().map(Concept::identifier).findFirst().orElse("");
    return nameWords
        .find(text, cell.span(), cell.markers(), known)
        .map(entry -> withGrounding(cell, linker.grounding(entry)))
        .orElse(cell);
  }

  private static List<CellName> flat(List<CellGrammar.Analysis> sentences) {
    List<CellName> all = new ArrayList<>();
    sentences.forEach(sentence -> all.addAll(sentence.names()));
    return all;
  }

  /** Reads the sentences again with an abbreviation that only this document defines. */
  private void readAgain(
      SegmentedDocument document,
      Map<String, CellWord> defined,
      List<CellGrammar.Analysis> namesOfSentences) {
    for (int i = 0; i < namesOfSentences.size(); i++) {
      Sentence sentence = document.sentences().get(i);
      if (CellChunks.holdDefined(sentence.tokens(), defined)) {
        namesOfSentences.set(i, grammar.analyse(sentence.tokens(), defined));
      }
    }
  }

  /**
   * The mention of a cell.
   *
   * @param text of the document
   */
  Mention mention(Mention found, String text) {
    Mention cell = byWords(found, text);
    return cell.withScore(cell.grounding().isLinked() ? SCORE_WITH_CLASS : SCORE_WITHOUT_CLASS);
  }
}
