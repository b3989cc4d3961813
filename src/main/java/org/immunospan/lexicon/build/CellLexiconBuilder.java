package org.immunospan.lexicon.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.build.CellOntology.CellClass;
import org.immunospan.lexicon.build.CellOntology.Name;
import org.immunospan.lexicon.build.CellOntology.Scope;
import org.immunospan.text.Tokenizer;

/**
 * Makes the lexicon of cell types from the Cell Ontology and the table {@code cell-names.tsv}.
 *
 * <p>A name of several classes goes to the one that the others are kinds of, else to their nearest
 * common ancestor, since a mention is to be linked to no class that is more specific than the text.
 * Names are trusted in this order: curated, labels, exact synonyms, plainer variants of both
 * ({@link CellNameVariants}), other synonyms. Abbreviations among the synonyms are left out: nearly
 * all have other meanings, and those that have not are in the curated table.
 */
public final class CellLexiconBuilder {

  /**
   * Codes of samples and clusters and names with remarks, which papers do not use: with an
   * abbreviation in brackets, which is a mention of its own, or with a marker after a comma, which
   * begins the next name of a list.
   */
  private static final Pattern NO_NAME_OF_PAPERS =
      Pattern.compile(
          ".*[A-Za-z0-9]\\.[A-Za-z0-9].*|\\d+ .*"
              + "|.*(\\(sensu | OR |, human$|, mammalian$|nomenclature\\)|\\|_|\\(Mus|\\(Homo).*"
              + "|.* \\([A-Za-z0-9-]+\\)|.*(cell|lymphocyte), [A-Za-z0-9]+-(positive|negative)");

  private static final Pattern ABBREVIATION = Pattern.compile("[^a-z]*[A-Z][^a-z]*s?|\\S{1,3}");

  private final CellOntology ontology;
  private final LexiconDraft draft;
  private final ImmuneClasses immune = ImmuneClasses.read();
  private final CellNameWords words = CellNameWords.read();

  private CellLexiconBuilder(CellOntology ontology, Tokenizer tokenizer) {
    this.ontology = ontology;
    this.draft = new LexiconDraft(tokenizer);
  }

  /**
   * Builds the lexicon.
   *
   * @param terminologies the folder that holds {@code cell-ontology/}
   */
  public static Lexicon build(Path terminologies, Tokenizer tokenizer) throws IOException {
    CellOntology ontology = CellOntology.read(terminologies);
    return new CellLexiconBuilder(ontology, tokenizer).build(CuratedNames.read("cell-names.tsv"));
  }

  private Lexicon build(List<CuratedNames.Name> curated) throws IOException {
    for (CuratedNames.Name row : curated) {
      switch (row.action()) {
        case ADD -> draft.add(row);
        case DROP -> draft.drop(row.name());
        case NOT -> draft.stop(row.name());
        case FILL, DOUBT, SUBTYPE, RELATED ->
            throw new IllegalArgumentException(
                "a cell has no doubtful or related names here, and its subtype comes from its ancestors");
      }
    }
    for (CellClass cell : ontology.classes()) {
      cell.names().stream().map(Name::text).filter(words::isLeftOut).forEach(draft::drop);
    }
    for (CellClass cell : ontology.classes()) {
      String subtype = immune.contains(cell) ? "immune" : "other";
      draft.concept(cell.identifier(), cell.label(), subtype, List.copyOf(cell.parents()));
    }
    addNames(Scope.EXACT, false, draft::synonym);
    addNames(Scope.LABEL, true, draft::related);
    addNames(Scope.EXACT, true, draft::related);
    addNames(Scope.NARROW, false, draft::related);
    addNames(Scope.RELATED, false, draft::related);
    addNames(Scope.BROAD, false, draft::related);
    Lexicon lexicon = draft.toLexicon(header());
    IdentifierCheck.check(lexicon, curated);
    return lexicon;
  }

  /** Adds all unclaimed names of a scope, or the variants of them. */
  private void addNames(Scope scope, boolean variants, BiConsumer<String, String> add) {
    Map<String, Set<String>> classesOfKey = new TreeMap<>();
    Map<String, String> nameOfKey = new TreeMap<>();
    for (CellClass cell : ontology.classes()) {
      for (Name name : cell.names()) {
        if (name.scope() == scope && !cell.identifier().equals(immune.root()) && isUsable(name)) {
          for (String text : variants ? CellNameVariants.of(name.text()) : List.of(name.text())) {
            if (!draft.isClaimed(text)) {
              String key = draft.key(text);
              nameOfKey.putIfAbsent(key, text);
              classesOfKey.computeIfAbsent(key, k -> new TreeSet<>()).add(cell.identifier());
            }
          }
        }
      }
    }
    classesOfKey.forEach(
        (key, classes) -> {
          String common = ontology.commonClass(classes);
          if (!common.equals(immune.root())) {
            add.accept(common, nameOfKey.get(key));
          }
        });
  }

  private boolean isUsable(Name name) {
    return !NO_NAME_OF_PAPERS.matcher(name.text()).matches()
        && (name.scope() == Scope.LABEL || words.hasCell(name.text()))
        && !(name.scope() != Scope.LABEL
            && (name.abbreviation() || ABBREVIATION.matcher(name.text()).matches()));
  }

  private static Map<String, String> header() {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("title", "Cell types, with the immune cells told apart");
    header.put("name", "cells");
    header.put("type", "CELL");
    header.put("version", CellOntology.VERSION);
    header.put(
        "origin",
        "Cell Ontology, release "
            + CellOntology.VERSION
            + " (labels, synonyms, is_a), and the project's own cell-names.tsv");
    header.put("licence", "CC BY 4.0 (Cell Ontology)");
    header.put(
        "changes", "names selected, variants added, classes marked immune or other; see the card");
    header.put(
        "command", "immunospan lexicon build cell --terminologies ../shared/data/terminologies");
    return header;
  }
}
