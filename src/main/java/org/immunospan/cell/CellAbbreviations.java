package org.immunospan.cell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.Span;

/**
 * What a document says of its abbreviations: one defined after the name of a cell is that cell, and
 * one defined as something else is not a cell here, even if it is one elsewhere ({@code direct
 * current (DC)}).
 */
final class CellAbbreviations {

  private final String text;
  private final CellLinker linker;
  private final CellRules rules;
  private final Map<Integer, CellName> nameByBegin = new HashMap<>();
  private final Map<Integer, CellName> nameByEnd = new HashMap<>();
  private final Map<String, CellWord> heads = new HashMap<>();
  private final Map<String, String> longForms = new HashMap<>();
  private final Set<String> others = new HashSet<>();

  private CellAbbreviations(String text, CellLinker linker, CellRules rules) {
    this.text = text;
    this.linker = linker;
    this.rules = rules;
  }

  static CellAbbreviations of(
      String text,
      List<CellName> names,
      List<Abbreviation> abbreviations,
      CellLinker linker,
      CellRules rules) {
    CellAbbreviations definitions = new CellAbbreviations(text, linker, rules);
    for (CellName name : names) {
      definitions.nameByBegin.put(name.span().begin(), name);
      definitions.nameByEnd.put(name.span().end(), name);
    }
    abbreviations.forEach(definitions::read);
    for (CellName name : names) {
      definitions.readReordered(name);
    }
    return definitions;
  }

  /** Abbreviations that are cells only here, with their plurals. */
  Map<String, CellWord> heads() {
    return heads;
  }

  /** Expansions of abbreviations of cells, with their plurals. */
  Map<String, String> longForms() {
    return longForms;
  }

  /** Abbreviations of something else, though elsewhere they may be cells. */
  Set<String> others() {
    return others;
  }

  private void read(Abbreviation abbreviation) {
    Span longSpan = abbreviation.longForm();
    String shortForm = abbreviation.shortForm().of(text);
    CellName longName = nameByEnd.get(longSpan.end());
    if (longName != null && longName.shared()) {
      longName = null;
    }
    CellName shortName = nameByBegin.get(abbreviation.shortForm().begin());
    if (longName != null && isOnlyThe(longName, longSpan)) {
      int begin = Math.min(longSpan.begin(), longName.span().begin());
      addLongForm(shortForm, text.substring(begin, longSpan.end()));
      boolean says =
          shortName != null
              && !isNarrower(longName, shortName)
              && (shortName.genus().equals(longName.genus())
                  || (shortName.span().contains(abbreviation.shortForm())
                      && linker.isKindOf(shortName, longName)));
      if (!says) {
        CellWord head = head(longName);
        inBothNumbers(shortForm).forEach(form -> heads.put(form, head));
      }
    } else if (longName != null
        || !(rules.endsInCellWord(longSpan.of(text)) || standsBeforeCell(abbreviation))) {
      others.addAll(inBothNumbers(shortForm));
    }
  }

  /**
   * Whether the markers of a long form make it a narrower class than the short form has by itself:
   * {@code Tregs (CD4+CD25hi regulatory T cells)}.
   */
  private boolean isNarrower(CellName longName, CellName shortName) {
    return !longName.markers().isEmpty()
        && shortName.markers().isEmpty()
        && linker.isKindOf(longName, shortName)
        && !linker.isKindOf(shortName, longName);
  }

  /** What the short form names: the class of the long form, which its markers may decide. */
  private CellWord head(CellName longName) {
    boolean byMarkers = !longName.markers().isEmpty();
    return linker.link(longName).concepts().stream()
        .filter(concept -> byMarkers)
        .findFirst()
        .map(concept -> new CellWord(CellWord.Kind.HEAD, concept.identifier(), List.of(), ""))
        .orElse(
            new CellWord(
                CellWord.Kind.HEAD,
                longName.genus(),
                List.copyOf(longName.differentiae()),
                longName.subtype()));
  }

  /** {@code embryonic stem (ES) cells}: the noun belongs to both forms. */
  private boolean standsBeforeCell(Abbreviation abbreviation) {
    int end = Math.max(abbreviation.longForm().end(), abbreviation.shortForm().end());
    return rules.beginsWithCell(text, end);
  }

  /**
   * {@code regulatory T cells (Tregs)} and {@code Tregs (CD4+CD25hi regulatory T cells)}: a name in
   * brackets after another of the same cell. The one of a single word is short for the other.
   */
  private void readReordered(CellName bracketed) {
    int begin = bracketed.span().begin();
    CellName before = begin < 2 ? null : nameByEnd.get(begin - 2);
    if (before == null
        || !text.startsWith(" (", begin - 2)
        || !text.startsWith(")", bracketed.span().end())) {
      return;
    }
    boolean bracketedIsShort = bracketed.span().length() < before.span().length();
    CellName shortName = bracketedIsShort ? bracketed : before;
    CellName longName = bracketedIsShort ? before : bracketed;
    String shortForm = shortName.span().of(text);
    boolean narrower = shortForm.indexOf(' ') < 0 && isNarrower(longName, shortName);
    if (bracketedIsShort || narrower) {
      addLongForm(shortForm, longName.span().of(text));
    }
    if (narrower) {
      CellWord head = head(longName);
      inBothNumbers(shortForm).forEach(form -> heads.put(form, head));
    }
  }

  private void addLongForm(String shortForm, String longForm) {
    inBothNumbers(shortForm).forEach(form -> longForms.put(form, longForm));
  }

  /** Whether a long form is the name of the cell, at most with adjectives before it. */
  private boolean isOnlyThe(CellName name, Span longForm) {
    if (name.span().begin() <= longForm.begin()) {
      return true;
    }
    String before = text.substring(longForm.begin(), name.span().begin());
    for (String word : before.split("[ -]", -1)) {
      if (rules.isPreposition(word)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> inBothNumbers(String shortForm) {
    boolean plural = shortForm.length() > 2 && shortForm.endsWith("s");
    String singular = plural ? shortForm.substring(0, shortForm.length() - 1) : shortForm;
    return List.of(singular, singular + "s");
  }
}
