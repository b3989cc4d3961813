package org.immunospan.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The layout of a row of a {@link CountTable} of identifiers: for each scored row {@link #FIELDS}
 * numbers.
 */
final class LinkCounts {

  private static final int LINKABLE = 0;
  private static final int LINKED = 1;
  private static final int GOLD = 2;
  private static final int SYSTEM = 3;
  private static final int DOCUMENT_SHARED = 4;
  private static final int DOCUMENT_GOLD = 5;
  private static final int DOCUMENT_SYSTEM = 6;
  private static final int HIERARCHICAL_SHARED = 7;
  private static final int HIERARCHICAL_GOLD = 8;
  private static final int HIERARCHICAL_SYSTEM = 9;
  private static final int MORE_GENERAL = 10;
  private static final int MORE_SPECIFIC = 11;
  private static final int UNRELATED = 12;
  private static final int UNLINKED = 13;
  static final int FIELDS = 14;

  private LinkCounts() {}

  static int[] of(Comparison comparison, boolean overlap, int rows, Hierarchy hierarchy) {
    int[] counts = new int[rows * FIELDS];
    List<Item> gold = comparison.gold();
    List<Item> system = comparison.system();
    int[] partner = comparison.matching().pairsWithinTypes(overlap);
    for (int i = 0; i < gold.size(); i++) {
      Item item = gold.get(i);
      int at = item.typeIndex() * FIELDS;
      if (item.identifier().isEmpty()) {
        continue;
      }
      counts[at + GOLD]++;
      if (partner[i] >= 0) {
        counts[at + LINKABLE]++;
        pair(counts, at, item, system.get(partner[i]), hierarchy);
      }
    }
    for (Item item : system) {
      if (!item.identifier().isEmpty()) {
        counts[item.typeIndex() * FIELDS + SYSTEM]++;
      }
    }
    for (int row = 0; row < rows; row++) {
      Set<String> ofGold = identifiers(gold, row);
      Set<String> ofSystem = identifiers(system, row);
      counts[row * FIELDS + DOCUMENT_GOLD] = ofGold.size();
      counts[row * FIELDS + DOCUMENT_SYSTEM] = ofSystem.size();
      ofGold.retainAll(ofSystem);
      counts[row * FIELDS + DOCUMENT_SHARED] = ofGold.size();
    }
    return counts;
  }

  private static Set<String> identifiers(List<Item> items, int row) {
    Set<String> identifiers = new HashSet<>();
    for (Item item : items) {
      if (item.typeIndex() == row && !item.identifier().isEmpty()) {
        identifiers.addAll(Identifier.set(item.identifier()));
      }
    }
    return identifiers;
  }

  private static void pair(int[] counts, int at, Item gold, Item system, Hierarchy hierarchy) {
    Set<String> goldTerms = Identifier.set(gold.identifier());
    Set<String> systemTerms = Identifier.set(system.identifier());
    Set<String> goldPath = withAncestors(goldTerms, hierarchy);
    Set<String> systemPath = withAncestors(systemTerms, hierarchy);
    if (goldTerms.stream().anyMatch(hierarchy::knows)) {
      Set<String> shared = new HashSet<>(goldPath);
      shared.retainAll(systemPath);
      counts[at + HIERARCHICAL_SHARED] += shared.size();
      counts[at + HIERARCHICAL_GOLD] += goldPath.size();
      counts[at + HIERARCHICAL_SYSTEM] += systemPath.size();
    }
    if (gold.sharesIdentifier(system)) {
      counts[at + LINKED]++;
    } else if (systemTerms.isEmpty()) {
      counts[at + UNLINKED]++;
    } else if (systemTerms.stream().anyMatch(goldPath::contains)) {
      counts[at + MORE_GENERAL]++;
    } else if (goldTerms.stream().anyMatch(systemPath::contains)) {
      counts[at + MORE_SPECIFIC]++;
    } else {
      counts[at + UNRELATED]++;
    }
  }

  private static Set<String> withAncestors(Set<String> terms, Hierarchy hierarchy) {
    Set<String> all = new HashSet<>();
    terms.forEach(term -> all.addAll(hierarchy.withAncestors(term)));
    return all;
  }

  static LinkScore score(String label, long[] sum, int typeIndex) {
    int at = typeIndex * FIELDS;
    return new LinkScore(
        label,
        sum[at + LINKED],
        sum[at + LINKABLE],
        Score.of(
            sum[at + LINKED],
            sum[at + SYSTEM] - sum[at + LINKED],
            sum[at + GOLD] - sum[at + LINKED]),
        ofSets(sum, at, DOCUMENT_SHARED, DOCUMENT_GOLD, DOCUMENT_SYSTEM),
        ofSets(sum, at, HIERARCHICAL_SHARED, HIERARCHICAL_GOLD, HIERARCHICAL_SYSTEM),
        sum[at + MORE_GENERAL],
        sum[at + MORE_SPECIFIC],
        sum[at + UNRELATED],
        sum[at + UNLINKED]);
  }

  private static Score ofSets(long[] sum, int at, int shared, int gold, int system) {
    long both = sum[at + shared];
    return Score.of(both, sum[at + system] - both, sum[at + gold] - both);
  }
}
