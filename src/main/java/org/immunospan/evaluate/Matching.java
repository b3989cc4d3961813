package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One-to-one matchings of the gold and system items of one document. Items are sorted by {@link
 * Item#ORDER}, so the result does not depend on the order of the input, and every rule treats the
 * two sides alike, so exchanging them exchanges the result.
 */
final class Matching {

  private final List<Item> gold;
  private final List<Item> system;

  /** Largest end among the system items up to each one: never falls, so it can be searched. */
  private final int[] reach;

  Matching(List<Item> gold, List<Item> system) {
    this.gold = gold;
    this.system = system;
    this.reach = new int[system.size()];
    int furthest = 0;
    for (int j = 0; j < reach.length; j++) {
      furthest = Math.max(furthest, system.get(j).end());
      reach[j] = furthest;
    }
  }

  /** Calls the visitor for every pair that overlaps. Near-linear unless spans are very long. */
  private void overlaps(PairVisitor visitor) {
    for (int i = 0; i < gold.size(); i++) {
      Item g = gold.get(i);
      int from = Arrays.binarySearch(reach, g.begin() + 1);
      int j = from < 0 ? -from - 1 : from;
      while (j > 0 && reach[j - 1] > g.begin()) {
        j--;
      }
      for (; j < system.size() && system.get(j).begin() < g.end(); j++) {
        if (system.get(j).end() > g.begin()) {
          visitor.visit(i, j);
        }
      }
    }
  }

  private interface PairVisitor {
    void visit(int gold, int system);
  }

  private record Candidate(int rank, int shared, int gold, int system) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparingInt(Candidate::rank)
            .thenComparing(Candidate::shared, Comparator.reverseOrder())
            .thenComparingInt(Candidate::gold)
            .thenComparingInt(Candidate::system);
  }

  /**
   * Pairs within each row, greedily: equal spans first, then, if asked for, overlapping spans by
   * the number of characters they share; ties by position. The definition of relaxed matching that
   * independent scorers use; there may be matchings with more pairs ({@link #covered}).
   *
   * @return for each gold item the index of its system item, or -1
   */
  int[] pairsWithinRows(boolean overlap) {
    List<Candidate> candidates = new ArrayList<>();
    overlaps(
        (i, j) -> {
          Item g = gold.get(i);
          Item s = system.get(j);
          boolean same = g.sameSpan(s);
          if (g.typeIndex() == s.typeIndex() && (same || overlap)) {
            candidates.add(new Candidate(same ? 0 : 1, same ? 0 : g.shared(s), i, j));
          }
        });
    return greedy(candidates);
  }

  /**
   * Pairs for reading, over all rows: equal span and row first, then equal row by characters
   * shared, then equal span, then any overlap by characters shared.
   *
   * @return for each gold item the index of its system item, or -1
   */
  int[] pairsForReading() {
    List<Candidate> candidates = new ArrayList<>();
    overlaps(
        (i, j) -> {
          Item g = gold.get(i);
          Item s = system.get(j);
          int rank = (g.typeIndex() == s.typeIndex() ? 0 : 2) + (g.sameSpan(s) ? 0 : 1);
          candidates.add(new Candidate(rank, g.shared(s), i, j));
        });
    return greedy(candidates);
  }

  private int[] greedy(List<Candidate> candidates) {
    candidates.sort(Candidate.ORDER);
    int[] partner = new int[gold.size()];
    Arrays.fill(partner, -1);
    boolean[] used = new boolean[system.size()];
    for (Candidate candidate : candidates) {
      if (partner[candidate.gold] < 0 && !used[candidate.system]) {
        partner[candidate.gold] = candidate.system;
        used[candidate.system] = true;
      }
    }
    return partner;
  }

  /** Marks equal spans, one to one, among items not marked yet; of equal row only, if asked for. */
  void markEqual(boolean sameRow, boolean[] goldMarks, boolean[] systemMarks) {
    overlaps(
        (i, j) -> {
          Item g = gold.get(i);
          Item s = system.get(j);
          if (!goldMarks[i]
              && !systemMarks[j]
              && g.sameSpan(s)
              && (!sameRow || g.typeIndex() == s.typeIndex())) {
            goldMarks[i] = true;
            systemMarks[j] = true;
          }
        });
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
   * covered that can be beside those before it. By the theorem of Mendelsohn and Dulmage (1958) one
   * maximum matching covers exactly these items on both sides. Items that {@code first} names come
   * before all others in that order.
   *
   * @param sameRow whether pairs must be of one row
   * @param first items to cover first; they must be coverable together; null for none
   */
  Cover covered(boolean sameRow, boolean[] goldDone, boolean[] systemDone, Cover first) {
    List<Candidate> pairs = new ArrayList<>();
    overlaps(
        (i, j) -> {
          boolean open = !goldDone[i] && !systemDone[j];
          if (open && (!sameRow || gold.get(i).typeIndex() == system.get(j).typeIndex())) {
            pairs.add(new Candidate(0, 0, i, j));
          }
        });
    if (pairs.isEmpty()) {
      return new Cover(new boolean[gold.size()], new boolean[system.size()]);
    }
    List<List<Integer>> ofGold = emptyLists(gold.size());
    List<List<Integer>> ofSystem = emptyLists(system.size());
    for (Candidate pair : pairs) {
      ofGold.get(pair.gold).add(pair.system);
      ofSystem.get(pair.system).add(pair.gold);
    }
    return new Cover(
        cover(ofGold, system.size(), first == null ? null : first.gold),
        cover(ofSystem, gold.size(), first == null ? null : first.system));
  }

  private static List<List<Integer>> emptyLists(int size) {
    List<List<Integer>> lists = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lists.add(new ArrayList<>(2));
    }
    return lists;
  }

  /** Augmenting paths from one item after the other, breadth first (Kuhn 1955). */
  private static boolean[] cover(List<List<Integer>> neighbours, int others, boolean[] first) {
    int size = neighbours.size();
    boolean[] covered = new boolean[size];
    int[] ownerOfOther = new int[others];
    Arrays.fill(ownerOfOther, -1);
    int[] otherOfOwner = new int[size];
    Arrays.fill(otherOfOwner, -1);
    int[] reachedFrom = new int[others];
    int[] stamp = new int[others];
    int[] queue = new int[size];
    int round = 0;
    for (int pass = first == null ? 1 : 0; pass < 2; pass++) {
      for (int start = 0; start < size; start++) {
        boolean skip = covered[start] || neighbours.get(start).isEmpty();
        if (skip || (pass == 0 && !first[start])) {
          continue;
        }
        round++;
        int free = -1;
        int head = 0;
        int tail = 0;
        queue[tail++] = start;
        while (head < tail && free < 0) {
          int node = queue[head++];
          for (int other : neighbours.get(node)) {
            if (stamp[other] == round) {
              continue;
            }
            stamp[other] = round;
            reachedFrom[other] = node;
            if (ownerOfOther[other] < 0) {
              free = other;
              break;
            }
            queue[tail++] = ownerOfOther[other];
          }
        }
        covered[start] = free >= 0;
        while (free >= 0) {
          int node = reachedFrom[free];
          int next = otherOfOwner[node];
          ownerOfOther[free] = node;
          otherOfOwner[node] = free;
          free = next;
        }
      }
    }
    return covered;
  }
}
