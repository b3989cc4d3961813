package org.immunospan.evaluate;

import java.util.Arrays;
import java.util.List;

/**
 * Pairs overlapping items one to one, always the pair that shares most characters next; ties by the
 * index of the gold item, then of the system item. Instead of sorting all pairs, of which there are
 * n² where items nest, it follows the best partner of the best partner until two items are each
 * other's best; no later pair can come between them. Every item enters that chain at most once for
 * each pair made (Benzécri 1982, nearest-neighbour chain), so there are O(n) searches, each
 * logarithmic unless lengths are very mixed.
 */
final class GreedyPairs {

  private final List<Item> gold;
  private final List<Item> system;
  private final Overlaps freeGold;
  private final Overlaps freeSystem;
  private final int[] partner;

  /** Items that lead to better ones: gold at even places, system at odd ones. */
  private final int[] chain;

  private int length;

  private GreedyPairs(List<Item> gold, List<Item> system) {
    this.gold = gold;
    this.system = system;
    freeGold = new Overlaps(gold);
    freeSystem = new Overlaps(system);
    partner = new int[gold.size()];
    Arrays.fill(partner, -1);
    chain = new int[gold.size() + system.size() + 1];
  }

  /**
   * The pairs of two lists sorted by begin.
   *
   * @return for each gold item the index of its system item, or -1
   */
  static int[] of(List<Item> gold, List<Item> system) {
    GreedyPairs pairs = new GreedyPairs(gold, system);
    for (int i = 0; i < gold.size() && !system.isEmpty(); i++) {
      if (pairs.partner[i] < 0) {
        pairs.settle(i);
      }
    }
    return pairs.partner;
  }

  private void settle(int start) {
    chain[0] = start;
    length = 1;
    while (length > 0) {
      int last = chain[length - 1];
      boolean isGold = length % 2 == 1;
      int best = isGold ? freeSystem.best(gold.get(last)) : freeGold.best(system.get(last));
      if (best < 0) {
        length--;
      } else if (length > 1 && best == chain[length - 2]) {
        pair(isGold ? last : best, isGold ? best : last);
        length -= 2;
      } else {
        chain[length++] = best;
      }
    }
  }

  private void pair(int ofGold, int ofSystem) {
    partner[ofGold] = ofSystem;
    freeGold.remove(ofGold);
    freeSystem.remove(ofSystem);
  }

  /** Finds the item that shares most with another: a tree of bounds over items in order. */
  private static final class Overlaps {

    private final int leaves;
    private final int[] leastBegin;
    private final int[] greatestEnd;
    private final int[] greatestLength;
    private int bestShared;
    private int best;

    Overlaps(List<Item> items) {
      leaves = Math.max(1, Integer.highestOneBit(Math.max(1, items.size() * 2 - 1)));
      leastBegin = new int[2 * leaves];
      greatestEnd = new int[2 * leaves];
      greatestLength = new int[2 * leaves];
      Arrays.fill(leastBegin, Integer.MAX_VALUE);
      for (int i = 0; i < items.size(); i++) {
        leastBegin[leaves + i] = items.get(i).begin();
        greatestEnd[leaves + i] = items.get(i).end();
        greatestLength[leaves + i] = items.get(i).end() - items.get(i).begin();
      }
      for (int node = leaves - 1; node > 0; node--) {
        update(node);
      }
    }

    private void update(int node) {
      leastBegin[node] = Math.min(leastBegin[2 * node], leastBegin[2 * node + 1]);
      greatestEnd[node] = Math.max(greatestEnd[2 * node], greatestEnd[2 * node + 1]);
      greatestLength[node] = Math.max(greatestLength[2 * node], greatestLength[2 * node + 1]);
    }

    void remove(int index) {
      int node = leaves + index;
      leastBegin[node] = Integer.MAX_VALUE;
      greatestEnd[node] = 0;
      greatestLength[node] = 0;
      for (node /= 2; node > 0; node /= 2) {
        update(node);
      }
    }

    /** The item with the most characters shared, the first of equals; -1 when none overlaps. */
    int best(Item item) {
      bestShared = 0;
      best = -1;
      search(1, leaves, item);
      return best;
    }

    /** The most characters that an item below this node can share; at a leaf, the exact number. */
    private int bound(int node, Item item) {
      return leastBegin[node] == Integer.MAX_VALUE
          ? 0
          : Math.min(
              greatestLength[node],
              Math.min(item.end(), greatestEnd[node]) - Math.max(item.begin(), leastBegin[node]));
    }

    private void search(int node, int width, Item item) {
      int bound = bound(node, item);
      int first = node * width - leaves;
      if (bound <= 0 || bound < bestShared || (bound == bestShared && first > best)) {
        return;
      }
      if (width == 1) {
        bestShared = bound;
        best = first;
        return;
      }
      int left = 2 * node;
      boolean rightFirst = bound(left + 1, item) > bound(left, item);
      search(rightFirst ? left + 1 : left, width / 2, item);
      search(rightFirst ? left : left + 1, width / 2, item);
    }
  }
}
