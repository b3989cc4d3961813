package org.immunospan.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.tag.AbbreviationFinder;
import org.immunospan.tag.Tagger;
import org.immunospan.text.Concept;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * Finds cell types by lexicon and grammar. An abbreviation that a document defines behind a cell
 * name is that cell throughout the document, and one that it defines as something else is none.
 * Immutable; safe to share.
 */
public final class CellGrammarTagger implements Tagger {

  private static final double SCORE_WITH_CLASS = 0.9;
  private static final double SCORE_WITHOUT_CLASS = 0.6;

  private final AbbreviationFinder abbreviations = new AbbreviationFinder();
  private final CellGrammar grammar;
  private final CellLinker classes;
  private final OntologyWordMatcher nameWords;
  private final CellLineages lineages;
  private final Tokenizer tokenizer;
  private final String source;

  private CellGrammarTagger(
      CellGrammar grammar,
      CellLinker classes,
      OntologyWordMatcher nameWords,
      CellLineages lineages,
      Tokenizer tokenizer,
      String source) {
    this.tokenizer = tokenizer;
    this.grammar = grammar;
    this.classes = classes;
    this.nameWords = nameWords;
    this.lineages = lineages;
    this.source = source;
  }

  /**
   * Reads what the tagger knows.
   *
   * @param models the folder with {@code cells.tsv}, {@code cell-markers.tsv}, {@code
   *     cell-phenotypes.tsv} and {@code cell-grammar.tsv}
   * @param tokenizer the one that cuts the text
   */
  public static CellGrammarTagger read(Path models, Tokenizer tokenizer) throws IOException {
    Lexicon lexicon = LexiconReader.read(models.resolve("cells.tsv"));
    CellWords words = CellWords.read(models.resolve("cell-grammar.tsv"));
    MarkerReader markers = new MarkerReader(MarkerTable.read(models.resolve("cell-markers.tsv")));
    CellGrammar bare = new CellGrammar(markers, words.compile(Map.of(), tokenizer));
    CellLinker classes =
        CellLinker.of(lexicon, models.resolve("cell-phenotypes.tsv"), bare, tokenizer);
    CellGrammar full = new CellGrammar(markers, words.compile(classes.opaqueNames(), tokenizer));
    return new CellGrammarTagger(
        full,
        classes,
        new OntologyWordMatcher(lexicon, words.sameWords()),
        new CellLineages(lexicon),
        tokenizer,
        lexicon.source());
  }

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    List<Mention> mentions = new ArrayList<>();
    for (CellMention cell : read(document)) {
      mentions.add(mention(cell, document.text()));
    }
    mentions.sort(Mention.ORDER);
    return mentions;
  }

  /** The cells of a document with their markers, sorted, disjoint. */
  public List<CellMention> read(SegmentedDocument document) {
    return readAll(document).cells();
  }

  /**
   * Everything that is read in a document.
   *
   * @param sentences the words and names of each sentence
   * @param others abbreviations that it defines as something else than cells
   */
  record Reading(
      List<CellMention> cells, List<CellGrammar.Analysis> sentences, Set<String> others) {}

  Reading readAll(SegmentedDocument document) {
    List<CellGrammar.Analysis> namesOfSentences = new ArrayList<>(document.sentences().size());
    for (Sentence sentence : document.sentences()) {
      namesOfSentences.add(grammar.analyse(sentence.tokens(), Map.of()));
    }
    List<CellName> names = flat(namesOfSentences);
    CellAbbreviations definitions =
        CellAbbreviations.of(document.text(), names, abbreviations.find(document), classes);
    if (!definitions.heads().isEmpty()) {
      readAgain(document, definitions.heads(), namesOfSentences);
      names = flat(namesOfSentences);
    }
    DocumentEvidence context = DocumentEvidence.of(document.text(), names);
    List<CellMention> cells = new ArrayList<>(names.size());
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
    return CellEvidence.of(sentence.tokens(), reading.sentences().get(i).chunks(), reading.cells());
  }

  /**
   * The names that lexicon and grammar know in a span that a model found, else what they make of
   * its words alone, else of them with a noun behind them ({@code myeloid}).
   *
   * @param reading of the document it stands in
   */
  List<CellMention> namesIn(Span span, Tokens tokens, Reading reading) {
    List<CellMention> inside =
        reading.cells().stream()
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
          .forEach(name -> inside.add(new CellMention(span, cell(name, ""))));
    }
    return inside;
  }

  /**
   * What a span that a model found is called, by the names in it; several make several classes.
   *
   * @param text of the document
   */
  Mention link(Span span, List<CellMention> names, String text) {
    if (names.isEmpty()) {
      return mention(new CellMention(span, Optional.empty(), "other", "", List.of(), ""), text);
    }
    Mention mention = mention(new CellMention(span, names.get(names.size() - 1)), text);
    if (names.size() == 1) {
      return mention;
    }
    return mention.withConcepts(
        names.stream().flatMap(name -> name.concept().stream()).distinct().toList());
  }

  /** Whether a span ends in an abbreviation that the grammar leaves to a model. */
  boolean isShort(Span span, Tokens tokens) {
    return grammar.shortName(span, tokens).isPresent();
  }

  /** The name of a type in a span that only a model finds, by its words. */
  Optional<Span> nameWithin(Span span, Tokens tokens, CellGrammar.Analysis analysis) {
    return grammar.nameWithin(span, tokens, analysis.chunks());
  }

  private boolean isLikely(CellName name, DocumentEvidence context) {
    if (!name.shared() || !name.markers().isEmpty()) {
      return true;
    }
    return classes.knowsDifferentiae(name) && context.allows(name);
  }

  private CellMention cell(CellName name, String longForm) {
    CellMention unlinked =
        new CellMention(
            name.span(), Optional.empty(), name.subtype(), "", name.markers(), longForm);
    return classes.classOf(name).map(entry -> withClass(unlinked, entry)).orElse(unlinked);
  }

  private CellMention withClass(CellMention cell, LexiconEntry entry) {
    return new CellMention(
        cell.span(),
        Optional.of(new Concept(entry.identifier(), entry.name())),
        entry.subtype(),
        lineages.of(entry.identifier()),
        cell.markers(),
        cell.longForm());
  }

  /**
   * The cell with the class that the words of its name and before it make it, unless it is of the
   * immune system or the blood, which the grammar is made for.
   */
  private CellMention byWords(CellMention cell, String text) {
    if (cell.subtype().equals("immune") || !cell.lineage().isEmpty()) {
      return cell;
    }
    String known = cell.concept().map(Concept::identifier).orElse("");
    return nameWords
        .find(text, cell.span(), known)
        .map(entry -> withClass(cell, entry))
        .orElse(cell);
  }

  private static List<CellName> flat(List<CellGrammar.Analysis> sentences) {
    List<CellName> all = new ArrayList<>();
    sentences.forEach(sentence -> all.addAll(sentence.names()));
    return all;
  }

  /** Reads the sentences again in which an abbreviation stands that only this document defines. */
  private void readAgain(
      SegmentedDocument document,
      Map<String, CellWord> defined,
      List<CellGrammar.Analysis> namesOfSentences) {
    for (int i = 0; i < namesOfSentences.size(); i++) {
      Sentence sentence = document.sentences().get(i);
      String text = sentence.span().of(document.text());
      if (defined.keySet().stream().anyMatch(text::contains)) {
        namesOfSentences.set(i, grammar.analyse(sentence.tokens(), defined));
      }
    }
  }

  /**
   * The mention of a cell.
   *
   * @param text of the document
   */
  Mention mention(CellMention found, String text) {
    CellMention cell = byWords(found, text);
    return new Mention(
        cell.span(),
        EntityType.CELL,
        cell.subtype(),
        cell.concept().map(List::of).orElse(List.of()),
        cell.concept().isPresent() ? SCORE_WITH_CLASS : SCORE_WITHOUT_CLASS,
        source,
        cell.longForm(),
        cell.lineage(),
        cell.markers().stream().map(SignedMarker::toMarker).toList());
  }
}
