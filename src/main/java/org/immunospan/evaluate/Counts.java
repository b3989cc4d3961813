package org.immunospan.evaluate;

import java.util.List;
import java.util.Map;

/**
 * The layout of a row of a {@link CountTable} of mentions: for each scored row {@link #FIELDS}
 * numbers, from which the score under every scheme follows. Credit is in halves.
 */
final class Counts {

  private static final int GOLD = 0;
  private static final int SYSTEM = 1;
  private static final int STRICT = 2;
  private static final int OVERLAP = 3;
  private static final int TYPE = 4;
  private static final int EXACT_GOLD = 5;
  private static final int EXACT_SYSTEM = 6;
  private static final int PARTIAL_GOLD = 7;
  private static final int PARTIAL_SYSTEM = 8;
  static final int FIELDS = 9;

  private Counts() {}

  /** The numbers of one document. */
  static int[] of(Comparison comparison, Map<Scheme, Comparison.Verdicts> verdicts, int rows) {
    int[] counts = new int[rows * FIELDS];
    List<Item> gold = comparison.gold();
    int[] partner = comparison.matching().pairsWithinTypes(true);
    for (int i = 0; i < gold.size(); i++) {
      int at = gold.get(i).typeIndex() * FIELDS;
      counts[at + GOLD]++;
      counts[at + STRICT] += credit(verdicts, Scheme.STRICT, true, i);
      counts[at + TYPE] += credit(verdicts, Scheme.TYPE, true, i);
      counts[at + EXACT_GOLD] += credit(verdicts, Scheme.EXACT, true, i);
      counts[at + PARTIAL_GOLD] += credit(verdicts, Scheme.PARTIAL, true, i);
      counts[at + OVERLAP] += partner[i] >= 0 ? 2 : 0;
    }
    List<Item> system = comparison.system();
    for (int j = 0; j < system.size(); j++) {
      int at = system.get(j).typeIndex() * FIELDS;
      counts[at + SYSTEM]++;
      counts[at + EXACT_SYSTEM] += credit(verdicts, Scheme.EXACT, false, j);
      counts[at + PARTIAL_SYSTEM] += credit(verdicts, Scheme.PARTIAL, false, j);
    }
    return counts;
  }

  private static int credit(
      Map<Scheme, Comparison.Verdicts> verdicts, Scheme scheme, boolean gold, int index) {
    Comparison.Verdicts of = verdicts.get(scheme);
    return switch ((gold ? of.gold() : of.system()).get(index)) {
      case CORRECT -> 2;
      case PARTIAL -> 1;
      case INCORRECT, MISSED, SPURIOUS -> 0;
    };
  }

  /** The score of one row from a sum of rows. */
  static Score score(long[] sum, Scheme scheme, int row) {
    int at = row * FIELDS;
    int goldCredit =
        switch (scheme) {
          case STRICT -> STRICT;
          case OVERLAP -> OVERLAP;
          case TYPE -> TYPE;
          case EXACT -> EXACT_GOLD;
          case PARTIAL -> PARTIAL_GOLD;
        };
    int systemCredit =
        switch (scheme) {
          case EXACT -> EXACT_SYSTEM;
          case PARTIAL -> PARTIAL_SYSTEM;
          case STRICT, OVERLAP, TYPE -> goldCredit;
        };
    return new Score(
        sum[at + goldCredit], sum[at + systemCredit], sum[at + GOLD], sum[at + SYSTEM]);
  }

  /** The score of all rows together. */
  static Score micro(long[] sum, Scheme scheme) {
    Score score = new Score(0, 0, 0, 0);
    for (int row = 0; row < sum.length / FIELDS; row++) {
      score = score.plus(score(sum, scheme, row));
    }
    return score;
  }
}
