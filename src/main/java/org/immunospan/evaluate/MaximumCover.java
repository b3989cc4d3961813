package org.immunospan.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adds items one after the other to a matching with overlapping items of the other side, along
 * augmenting paths, breadth first (Kuhn 1955). Neighbours come from trees rather than from lists,
 * so a search costs no more than the items it visits. A search that fails has found items that are
 * all taken by each other; no later path can lead out of them, so they are never visited again.
 */
final class MaximumCover {

  private final List<Item> items;

  /** The other side, sorted by end. */
  private final List<Item> others;

  /** Others without a partner. */
  private final Tree free;

  /** Others that this search has not visited and no search has found closed. */
  private final Tree unvisited;

  private final int[] partnerOfItem;
  private final int[] partnerOfOther;
  private final int[] reachedFrom;
  private final int[] visited;

  MaximumCover(List<Item> items, List<Item> others) {
    this.items = items;
    this.others =
        others.stream()
            .sorted(Comparator.comparingInt(Item::end).thenComparing(Item.ORDER))
            .toList();
    free = new Tree(this.others);
    unvisited = new Tree(this.others);
    partnerOfItem = filled(items.size());
    partnerOfOther = filled(others.size());
    reachedFrom = filled(others.size());
    visited = filled(others.size());
  }

  private static int[] filled(int size) {
    return IntStream.generate(() -> -1).limit(size).toArray();
  }

  /** Adds an item that was not added before; false if it cannot be matched with those there are. */
  boolean add(int start) {
    int found = free.find(items.get(start));
    int count = 0;
    int node = start;
    int next = 0;
    while (found < 0) {
      Item item = items.get(node);
      for (int other = unvisited.find(item); other >= 0; other = unvisited.find(item)) {
        unvisited.remove(other);
        reachedFrom[other] = node;
        visited[count++] = other;
      }
      if (next == count) {
        return false;
      }
      node = partnerOfOther[visited[next++]];
      found = free.find(items.get(node));
    }
    free.remove(found);
    reachedFrom[found] = node;
    exchange(found);
    for (int i = 0; i < count; i++) {
      unvisited.add(visited[i], others.get(visited[i]));
    }
    return true;
  }

  /** Gives every item on the path the other that it was reached by. */
  private void exchange(int last) {
    for (int other = last; other >= 0; ) {
      int item = reachedFrom[other];
      int before = partnerOfItem[item];
      partnerOfItem[item] = other;
      partnerOfOther[other] = item;
      other = before;
    }
  }

  /** A set of items sorted by end, with the least begin of every range. */
  private static final class Tree {

    private final int[] ends;
    private final int leaves;
    private final int[] leastBegin;

    Tree(List<Item> items) {
      ends = items.stream().mapToInt(Item::end).toArray();
      leaves = Integer.highestOneBit(Math.max(1, items.size() * 2 - 1));
      leastBegin = new int[2 * leaves];
      Arrays.fill(leastBegin, Integer.MAX_VALUE);
      for (int i = 0; i < items.size(); i++) {
        leastBegin[leaves + i] = items.get(i).begin();
      }
      for (int node = leaves - 1; node > 0; node--) {
        leastBegin[node] = Math.min(leastBegin[2 * node], leastBegin[2 * node + 1]);
      }
    }

    void remove(int index) {
      set(index, Integer.MAX_VALUE);
    }

    void add(int index, Item item) {
      set(index, item.begin());
    }

    private void set(int index, int begin) {
      leastBegin[leaves + index] = begin;
      for (int node = (leaves + index) / 2; node > 0; node /= 2) {
        leastBegin[node] = Math.min(leastBegin[2 * node], leastBegin[2 * node + 1]);
      }
    }

    /** The member that overlaps an item and ends first, or -1. */
    int find(Item item) {
      int from = firstEndAfter(item.begin());
      if (from == ends.length) {
        return -1;
      }
      int node = leaves + from;
      // Up until a range to the right of the start begins early enough, then down into it.
      while (leastBegin[node] >= item.end()) {
        while ((node & 1) == 1) {
          node /= 2;
        }
        if (node == 0) {
          return -1;
        }
        node++;
      }
      while (node < leaves) {
        node = leastBegin[2 * node] < item.end() ? 2 * node : 2 * node + 1;
      }
      return node - leaves;
    }

    private int firstEndAfter(int begin) {
      int low = 0;
      int high = ends.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (ends[middle] > begin) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }
  }
}
