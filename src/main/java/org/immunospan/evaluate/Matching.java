package org.immunospan.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One-to-one matchings of the gold and system items of one document. Items are sorted by {@link
 * Item#ORDER}, so the result does not depend on the order of the input, and every rule treats the
 * two sides alike, so exchanging them exchanges the result. Time is near-linear in the number of
 * items, also where many of them nest or cross; no list of overlapping pairs is made.
 */
final class Matching {

  private static final Comparator<Item> BY_SPAN =
      Comparator.comparingInt(Item::begin).thenComparingInt(Item::end);

  private static final int EVERY_TYPE = -1;

  private final List<Item> gold;
  private final List<Item> system;
  private final int types;

  Matching(List<Item> gold, List<Item> system) {
    this.gold = gold;
    this.system = system;
    this.types =
        1
            + Math.max(
                gold.stream().mapToInt(Item::typeIndex).max().orElse(-1),
                system.stream().mapToInt(Item::typeIndex).max().orElse(-1));
  }

  /**
   * Pairs within each type, greedily: equal spans first, then, if asked for, overlapping spans by
   * the number of characters they share; ties by position. This is the definition of relaxed
   * matching that independent scorers use; there may be matchings with more pairs ({@link
   * #covered}).
   *
   * @return for each gold item the index of its system item, or -1
   */
  int[] pairsWithinTypes(boolean overlap) {
    int[] partner = new int[gold.size()];
    Arrays.fill(partner, -1);
    boolean[] paired = new boolean[gold.size()];
    boolean[] used = new boolean[system.size()];
    pairEqual(true, partner, paired, used);
    for (int type = 0; type < types && overlap; type++) {
      pairOverlapping(type, partner, paired, used);
    }
    return partner;
  }

  /**
   * Pairs for reading, over all types: equal span and type first, then equal type by characters
   * shared, then equal span, then any overlap by characters shared.
   *
   * @return for each gold item the index of its system item, or -1
   */
  int[] pairsForReading() {
    int[] partner = pairsWithinTypes(true);
    boolean[] paired = new boolean[gold.size()];
    boolean[] used = new boolean[system.size()];
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        paired[i] = true;
        used[partner[i]] = true;
      }
    }
    pairEqual(false, partner, paired, used);
    pairOverlapping(EVERY_TYPE, partner, paired, used);
    return partner;
  }

  /**
   * Marks equal spans, one to one, among items not marked yet; of equal type only, if asked for.
   */
  void markEqual(boolean sameType, boolean[] goldMarks, boolean[] systemMarks) {
    pairEqual(sameType, new int[gold.size()], goldMarks, systemMarks);
  }

  /** Both lists are sorted by span and type, so one walk through both finds equal ones. */
  private void pairEqual(boolean sameType, int[] partner, boolean[] paired, boolean[] used) {
    Comparator<Item> order = sameType ? BY_SPAN.thenComparingInt(Item::typeIndex) : BY_SPAN;
    int j = 0;
    for (int i = 0; i < gold.size(); i++) {
      if (paired[i]) {
        continue;
      }
      while (j < system.size()) {
        int difference = order.compare(system.get(j), gold.get(i));
        if (difference > 0 || (difference == 0 && !used[j])) {
          break;
        }
        j++;
      }
      if (j < system.size() && order.compare(system.get(j), gold.get(i)) == 0) {
        partner[i] = j;
        paired[i] = true;
        used[j] = true;
      }
    }
  }

  private void pairOverlapping(int type, int[] partner, boolean[] paired, boolean[] used) {
    int[] openGold = open(gold, paired, type);
    int[] openSystem = open(system, used, type);
    int[] pairs = GreedyPairs.of(items(gold, openGold), items(system, openSystem));
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] >= 0) {
        partner[openGold[i]] = openSystem[pairs[i]];
        paired[openGold[i]] = true;
        used[openSystem[pairs[i]]] = true;
      }
    }
  }

  private static int[] open(List<Item> items, boolean[] done, int type) {
    return IntStream.range(0, items.size())
        .filter(i -> !done[i] && (type == EVERY_TYPE || items.get(i).typeIndex() == type))
        .toArray();
  }

  private static List<Item> items(List<Item> items, int[] indexes) {
    return Arrays.stream(indexes).mapToObj(items::get).toList();
  }

  /** Which items of each side a maximum matching covers. */
  static final class Cover {
    final boolean[] gold;
    final boolean[] system;

    Cover(boolean[] gold, boolean[] system) {
      this.gold = gold;
      this.system = system;
    }
  }

  /**
   * A maximum matching of overlapping items that are not excluded. Which items it covers is settled
   * without reference to the matching itself: going through each side in order, every item is
   * covered that can be covered together with those before it. By the theorem of Mendelsohn and
   * Dulmage (1958) one maximum matching covers exactly these items on both sides. Items that {@code
   * first} names come before all others in that order.
   *
   * @param sameType whether pairs must be of one type
   * @param first items to cover first; they must be coverable together; null for none
   */
  Cover covered(boolean sameType, boolean[] goldDone, boolean[] systemDone, Cover first) {
    Cover cover = new Cover(new boolean[gold.size()], new boolean[system.size()]);
    if (!sameType) {
      cover(EVERY_TYPE, goldDone, systemDone, first, cover);
    }
    for (int type = 0; type < types && sameType; type++) {
      cover(type, goldDone, systemDone, first, cover);
    }
    return cover;
  }

  private void cover(int type, boolean[] goldDone, boolean[] systemDone, Cover first, Cover cover) {
    int[] openGold = open(gold, goldDone, type);
    int[] openSystem = open(system, systemDone, type);
    List<Item> goldItems = items(gold, openGold);
    List<Item> systemItems = items(system, openSystem);
    cover(goldItems, systemItems, openGold, first == null ? null : first.gold, cover.gold);
    cover(systemItems, goldItems, openSystem, first == null ? null : first.system, cover.system);
  }

  private static void cover(
      List<Item> items, List<Item> others, int[] indexes, boolean[] first, boolean[] marks) {
    if (items.isEmpty() || others.isEmpty()) {
      return;
    }
    MaximumCover cover = new MaximumCover(items, others);
    for (int pass = first == null ? 1 : 0; pass < 2; pass++) {
      for (int i = 0; i < items.size(); i++) {
        if (!marks[indexes[i]] && (pass == 1 || first[indexes[i]])) {
          marks[indexes[i]] = cover.add(i);
        }
      }
    }
  }
}
