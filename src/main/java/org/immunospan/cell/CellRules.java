package org.immunospan.cell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private Set<String> alone = Set.of();
  private Set<String> shared = Set.of();
  private Set<String> immune = Set.of();
  private List<Set<String>> exclusive = List.of();

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
    rules.alone = rules.forms("alone");
    rules.shared = rules.forms("shared");
    rules.immune = rules.forms("immune");
    rules.exclusive = rules.groups("exclusive");
    return rules;
  }

  /** Whether a marker with its sign names a cell without a noun. */
  boolean isAlone(String marker) {
    return alone.contains(marker);
  }

  /** Whether the name of a marker says that leukocytes have it, and few other cells. */
  boolean isOfLeukocytes(String marker) {
    return !shared.contains(marker) && immune.stream().anyMatch(marker::startsWith);
  }

  /** Whether a marker tells lineages of leukocytes apart. */
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

  /** All forms of a rule. */
  Set<String> forms(String rule) {
    return Set.copyOf(meanings(rule).keySet());
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
