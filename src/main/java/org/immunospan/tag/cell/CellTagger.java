package org.immunospan.tag.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconReader;
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

  private final CellGrammar grammar;
  private final CellClasses classes;
  private final String source;

  private CellTagger(CellGrammar grammar, CellClasses classes, String source) {
    this.grammar = grammar;
    this.classes = classes;
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
    return new CellTagger(full, classes, lexicon.source());
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
    List<CellName> names = names(document, Map.of());
    CellDefinitions definitions = CellDefinitions.of(document.text(), names);
    if (!definitions.heads().isEmpty()) {
      names = names(document, definitions.heads());
    }
    Set<String> others = definitions.others();
    Map<String, String> longForms = definitions.longForms();
    List<CellMention> cells = new ArrayList<>(names.size());
    Map<CellName, Optional<LexiconEntry>> known = new HashMap<>();
    for (CellName name : names) {
      String text = name.span().of(document.text());
      boolean unlikely = name.shared() && name.markers().isEmpty() && !classes.knowsFeatures(name);
      if (!unlikely && !others.contains(text)) {
        Optional<LexiconEntry> entry = known.computeIfAbsent(name, classes::classOf);
        String subtype = entry.map(LexiconEntry::subtype).orElse(name.subtype());
        cells.add(
            new CellMention(
                name.span(),
                entry.map(e -> new Concept(e.identifier(), e.name())),
                subtype,
                name.markers(),
                longForms.getOrDefault(text, "")));
      }
    }
    return cells;
  }

  private List<CellName> names(SegmentedDocument document, Map<String, CellWord> defined) {
    List<CellName> names = new ArrayList<>();
    Set<Integer> begins = new HashSet<>();
    for (Sentence sentence : document.sentences()) {
      for (CellName name : grammar.read(sentence.tokens(), defined)) {
        if (begins.add(name.span().begin())) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private Mention mention(CellMention cell) {
    return new Mention(
        cell.span(),
        EntityType.CELL,
        cell.subtype(),
        cell.concept().map(List::of).orElse(List.of()),
        cell.concept().isPresent() ? SCORE_WITH_CLASS : SCORE_WITHOUT_CLASS,
        source,
        cell.longForm());
  }
}
