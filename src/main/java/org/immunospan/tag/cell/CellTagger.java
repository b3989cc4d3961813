package org.immunospan.tag.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.immunospan.text.Tokenizer;

/**
 * Finds cell types by lexicon and grammar. An abbreviation that a document defines behind a cell
 * name is that cell throughout the document, and one that it defines as something else is none.
 * Immutable; safe to share.
 */
public final class CellTagger implements Tagger {

  private static final double SCORE_WITH_CLASS = 0.9;
  private static final double SCORE_WITHOUT_CLASS = 0.6;

  private final AbbreviationFinder abbreviations = new AbbreviationFinder();
  private final CellGrammar grammar;
  private final CellClasses classes;
  private final CellLineages lineages;
  private final String source;

  private CellTagger(
      CellGrammar grammar, CellClasses classes, CellLineages lineages, String source) {
    this.grammar = grammar;
    this.classes = classes;
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
  public static CellTagger read(Path models, Tokenizer tokenizer) throws IOException {
    Lexicon lexicon = LexiconReader.read(models.resolve("cells.tsv"));
    CellWords words = CellWords.read(models.resolve("cell-grammar.tsv"));
    MarkerReader markers = new MarkerReader(MarkerTable.read(models.resolve("cell-markers.tsv")));
    CellGrammar bare = new CellGrammar(markers, words.compile(Map.of(), tokenizer));
    CellClasses classes =
        CellClasses.of(lexicon, models.resolve("cell-phenotypes.tsv"), bare, tokenizer);
    CellGrammar full = new CellGrammar(markers, words.compile(classes.opaqueNames(), tokenizer));
    return new CellTagger(full, classes, new CellLineages(lexicon), lexicon.source());
  }

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    List<Mention> mentions = new ArrayList<>();
    for (CellMention cell : read(document)) {
      mentions.add(mention(cell));
    }
    mentions.sort(Mention.ORDER);
    return mentions;
  }

  /** The cells of a document with their markers, sorted, disjoint. */
  public List<CellMention> read(SegmentedDocument document) {
    List<List<CellName>> namesOfSentences = new ArrayList<>(document.sentences().size());
    for (Sentence sentence : document.sentences()) {
      namesOfSentences.add(grammar.read(sentence.tokens(), Map.of()));
    }
    List<CellName> names = flat(namesOfSentences);
    CellDefinitions definitions =
        CellDefinitions.of(document.text(), names, abbreviations.find(document));
    if (!definitions.heads().isEmpty()) {
      readAgain(document, definitions.heads(), namesOfSentences);
      names = flat(namesOfSentences);
    }
    CellContext context = CellContext.of(document.text(), names);
    List<CellMention> cells = new ArrayList<>(names.size());
    for (CellName found : names) {
      String text = found.span().of(document.text());
      CellName name = context.complete(found);
      if (isLikely(name, context) && !definitions.others().contains(text)) {
        cells.add(cell(name, definitions.longForms().getOrDefault(text, "")));
      }
    }
    return cells;
  }

  private boolean isLikely(CellName name, CellContext context) {
    if (!name.shared() || !name.markers().isEmpty()) {
      return true;
    }
    return classes.knowsFeatures(name) && context.allows(name);
  }

  private CellMention cell(CellName name, String longForm) {
    Optional<LexiconEntry> entry = classes.classOf(name);
    return new CellMention(
        name.span(),
        entry.map(e -> new Concept(e.identifier(), e.name())),
        entry.map(LexiconEntry::subtype).orElse(name.subtype()),
        entry.map(e -> lineages.of(e.identifier())).orElse(""),
        name.markers(),
        longForm);
  }

  private static List<CellName> flat(List<List<CellName>> namesOfSentences) {
    List<CellName> all = new ArrayList<>();
    namesOfSentences.forEach(all::addAll);
    return all;
  }

  /** Reads the sentences again in which an abbreviation stands that only this document defines. */
  private void readAgain(
      SegmentedDocument document,
      Map<String, CellWord> defined,
      List<List<CellName>> namesOfSentences) {
    for (int i = 0; i < namesOfSentences.size(); i++) {
      Sentence sentence = document.sentences().get(i);
      String text = sentence.span().of(document.text());
      if (defined.keySet().stream().anyMatch(text::contains)) {
        namesOfSentences.set(i, grammar.read(sentence.tokens(), defined));
      }
    }
  }

  private Mention mention(CellMention cell) {
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
