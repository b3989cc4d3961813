package org.immunospan.therapy;

import java.util.ArrayList;
import java.util.List;

/** How texts use a word: how often it is given, measured, or comes before a noun of therapies. */
public final class WordUse {

  /** How many kinds {@link #kinds} knows. */
  public static final int KINDS = 7;

  private static final int FEWEST = 4;
  private static final double SOME = 0.05;
  private static final double MUCH = 0.15;

  /** Uses that are supposed to have been seen without a sign. */
  private static final double PRIOR = 2;

  boolean inTitle;

  /** Whether a noun of therapies says what it is, as in {@code B9340, a bradykinin antagonist}. */
  boolean isExplained;

  /** Whether it is listed with a drug that the lexicon knows. */
  boolean isListed;

  /** Whether a dose in brackets follows it. */
  boolean isDosed;

  private int count;
  private int given;
  private int after;
  private int measured;
  private int beforeHead;

  void add(boolean isGiven, boolean isAfter, boolean isMeasured, boolean isBeforeHead) {
    count++;
    given += isGiven ? 1 : 0;
    after += isAfter ? 1 : 0;
    measured += isMeasured ? 1 : 0;
    beforeHead += isBeforeHead ? 1 : 0;
  }

  int count() {
    return count;
  }

  /** One letter for each sign that was seen. */
  String flags() {
    return (given > 0 ? "g" : "")
        + (after > 0 ? "a" : "")
        + (measured > 0 ? "m" : "")
        + (beforeHead > 0 ? "h" : "")
        + (inTitle ? "t" : "")
        + (isExplained ? "x" : "")
        + (isListed ? "l" : "")
        + (isDosed ? "d" : "");
  }

  /** What many texts say of the word, as kinds of a set of names; empty for a rare word. */
  public List<Integer> kinds() {
    List<Integer> kinds = new ArrayList<>();
    if (count >= FEWEST) {
      add(kinds, given, 0);
      add(kinds, after, 2);
      add(kinds, measured, 4);
      if (beforeHead / (count + PRIOR) >= MUCH) {
        kinds.add(6);
      }
    }
    return kinds;
  }

  private void add(List<Integer> kinds, int seen, int kind) {
    double share = seen / (count + PRIOR);
    if (share >= SOME) {
      kinds.add(kind);
    }
    if (share >= MUCH) {
      kinds.add(kind + 1);
    }
  }
}
