package org.immunospan.cell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.immunospan.lexicon.Table;
import org.immunospan.resource.FileSource;

/**
 * The table {@code cell-rules.tsv}: what is known about markers, classes and names, one rule a row,
 * each with an id and a reason. Immutable.
 */
final class CellRules {

  static final String FILE = "cell-rules.tsv";

  /** One row: some forms and what they mean. */
  private record Rule(List<String> forms, String meaning) {}

  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final Map<String, Set<String>> forms = new HashMap<>();
  private Map<String, String> polarised = Map.of();
  private List<Set<String>> exclusive = List.of();

  private Pattern cellAfterBracket;

  private CellRules() {}

  /** Reads the table. */
  static CellRules read(FileSource models) throws IOException {
    CellRules rules = new CellRules();
    try (InputStream in = models.open(FILE)) {
      for (Table.Row row : Table.read(in, FILE, "id", "rule", "forms", "meaning", "why").rows()) {
        Rule rule = new Rule(List.of(row.get("forms").split("\\|")), row.get("meaning"));
        rules.rules.computeIfAbsent(row.get("rule"), r -> new ArrayList<>()).add(rule);
      }
    }
    rules.rules.keySet().forEach(r -> rules.forms.put(r, Set.copyOf(rules.meanings(r).keySet())));
    rules.polarised = rules.meanings("polarised");
    rules.exclusive = rules.groups("exclusive");
    rules.cellAfterBracket =
        Pattern.compile("\\)[ -](?:[\\w+-]+ ){0,2}?\\w*(?:" + rules.anyOf("cell-noun") + ")s?\\b");
    return rules;
  }

  /** Whether a marker with its sign names a cell without a noun. */
  boolean isAlone(String marker) {
    return forms("alone").contains(marker);
  }

  /** Whether the name of a marker says that leukocytes have it, and few other cells. */
  boolean isOfLeukocytes(String marker) {
    return !forms("shared").contains(marker)
        && forms("immune").stream().anyMatch(marker::startsWith);
  }

  /** Whether cells of a class live in a tissue, so that its name makes a type of them. */
  boolean isPlaced(String identifier) {
    return forms("placed").contains(identifier);
  }

  /** Whether all of these modifiers need one like them in a coordination. */
  boolean areStages(Set<String> modifiers) {
    return forms("stage").containsAll(modifiers);
  }

  /** The class of a name without a noun such as {@code M1}, or "". */
  String polarisedClass(String name) {
    return polarised.getOrDefault(name, "");
  }

  /** Whether a document that names this class may call it {@code M1} as well. */
  boolean isPolarisedEvidence(String identifier) {
    return forms("polarised-evidence").contains(identifier);
  }

  /** Whether a class has modifiers after its first word: {@code T follicular helper cells}. */
  boolean takesInnerModifiers(String identifier) {
    return forms("inner-modifier").contains(identifier);
  }

  /** Whether a class and one of its names are of a tumour, but not of a tumour of the blood. */
  boolean isSolidTumour(String identifier, String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return forms("solid-tumour").contains(identifier)
        && forms("tumour-of-blood").stream().noneMatch(lowerCase::contains);
  }

  /** Whether a word after a stem makes a cell of it: {@code T lines}. */
  boolean isLineWord(String word) {
    return forms("line-word").contains(word);
  }

  /** Whether a marker distinguishes lineages of leukocytes. */
  boolean isLineage(String marker) {
    return exclusive.stream().anyMatch(group -> group.contains(marker));
  }

  /** Whether no cell has both markers. */
  boolean areExclusive(String marker, String other) {
    for (Set<String> group : exclusive) {
      if (group.contains(marker) && group.contains(other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word before a cell shows that a long form is more than the cell. */
  boolean isPreposition(String word) {
    return forms("preposition").contains(word);
  }

  /** Whether a text may name a cell by its last word, known or not. */
  boolean endsInCellWord(String text) {
    String last = text.substring(text.lastIndexOf(' ') + 1);
    String singular = last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    return forms("cell-end").stream()
            .anyMatch(end -> singular.endsWith(end) && singular.length() > end.length())
        || last.matches("(?i).*(cells?|progenitors?|precursors?)");
  }

  /** Whether one of the first words after a bracket at this place is a noun for a cell. */
  boolean beginsWithCell(String text, int bracket) {
    return cellAfterBracket.matcher(text).region(bracket, text.length()).lookingAt();
  }

  /** All forms of a rule. */
  Set<String> forms(String rule) {
    Set<String> found = forms.get(rule);
    if (found == null) {
      throw new IllegalStateException(FILE + " has no rule " + rule);
    }
    return found;
  }

  /** A regular expression for any form of a rule. */
  String anyOf(String rule) {
    return forms(rule).stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /** The forms of a rule with their meanings, in the order of the table. */
  Map<String, String> meanings(String rule) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Rule row : rows(rule)) {
      row.forms().forEach(form -> meanings.put(form, row.meaning()));
    }
    return meanings;
  }

  /** The forms of each row of a rule. */
  List<Set<String>> groups(String rule) {
    List<Set<String>> groups = new ArrayList<>();
    rows(rule).forEach(row -> groups.add(Set.copyOf(new LinkedHashSet<>(row.forms()))));
    return groups;
  }

  private List<Rule> rows(String rule) {
    List<Rule> rows = rules.get(rule);
    if (rows == null) {
      throw new IllegalStateException(FILE + " has no rule " + rule);
    }
    return rows;
  }
}
