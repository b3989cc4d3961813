package org.immunospan.cell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.Span;

/**
 * What a document says of its abbreviations: one defined behind a cell name is that cell, and one
 * defined as something else is none, though elsewhere it may be ({@code direct current (DC)}).
 */
final class CellAbbreviations {

  /**
   * Words that show the long form to be more than the cell: {@code factor of activated T cells}.
   */
  private static final Set<String> PREPOSITIONS =
      Set.of("of", "for", "in", "from", "to", "by", "on", "with", "and", "upon");

  /** The first words behind a bracket, up to one for a cell. */
  private static final Pattern BEHIND =
      Pattern.compile("\\)[ -](?:[\\w+-]+ ){0,2}?\\w*(?:cell|lymphocyte|cyte|neuron|glia)s?\\b");

  private final String text;
  private final CellLinker linker;
  private final Map<Integer, CellName> nameByBegin = new HashMap<>();
  private final Map<Integer, CellName> nameByEnd = new HashMap<>();
  private final Map<String, CellWord> heads = new HashMap<>();
  private final Map<String, String> longForms = new HashMap<>();
  private final Set<String> others = new HashSet<>();

  private CellAbbreviations(String text, CellLinker linker) {
    this.text = text;
    this.linker = linker;
  }

  static CellAbbreviations of(
      String text, List<CellName> names, List<Abbreviation> abbreviations, CellLinker linker) {
    CellAbbreviations definitions = new CellAbbreviations(text, linker);
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
              && (shortName.genus().equals(longName.genus())
                  || (shortName.span().contains(abbreviation.shortForm())
                      && linker.isKindOf(shortName, longName)));
      if (!says) {
        CellWord head =
            new CellWord(
                CellWord.Kind.HEAD,
                longName.genus(),
                List.copyOf(longName.differentiae()),
                longName.subtype());
        inBothNumbers(shortForm).forEach(form -> heads.put(form, head));
      }
    } else if (longName != null
        || !(CellGrammar.endsInCellWord(longSpan.of(text)) || standsBeforeCell(abbreviation))) {
      others.addAll(inBothNumbers(shortForm));
    }
  }

  /** {@code embryonic stem (ES) cells}: the noun stands behind both forms. */
  private boolean standsBeforeCell(Abbreviation abbreviation) {
    int end = Math.max(abbreviation.longForm().end(), abbreviation.shortForm().end());
    Matcher behind = BEHIND.matcher(text).region(end, text.length());
    return behind.lookingAt();
  }

  /** {@code regulatory T cells (Tregs)}: a name in brackets behind another of the same cell. */
  private void readReordered(CellName shortName) {
    int begin = shortName.span().begin();
    CellName longName = begin < 2 ? null : nameByEnd.get(begin - 2);
    if (longName != null
        && text.startsWith(" (", begin - 2)
        && text.startsWith(")", shortName.span().end())
        && shortName.span().length() < longName.span().length()) {
      addLongForm(shortName.span().of(text), longName.span().of(text));
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
      if (PREPOSITIONS.contains(word)) {
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
