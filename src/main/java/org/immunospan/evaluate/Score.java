package org.immunospan.evaluate;

/**
 * How many mentions there were and how many of them were right. Credit is counted in halves, since
 * an overlap earns a half under {@link Scheme#PARTIAL}; it is kept for both sides, since under
 * {@link Scheme#EXACT} and {@link Scheme#PARTIAL} a gold mention of one type may be found by a
 * system mention of another. A sum of scores is micro-averaged. Undefined figures are NaN.
 *
 * @param goldCredit halves earned by gold mentions
 * @param systemCredit halves earned by system mentions
 * @param gold number of gold mentions
 * @param system number of system mentions
 */
public record Score(long goldCredit, long systemCredit, long gold, long system) {

  /** The score of true positives, false positives and false negatives. */
  public static Score of(long truePositives, long falsePositives, long falseNegatives) {
    return new Score(
        2 * truePositives,
        2 * truePositives,
        truePositives + falseNegatives,
        truePositives + falsePositives);
  }

  public Score plus(Score other) {
    return new Score(
        goldCredit + other.goldCredit,
        systemCredit + other.systemCredit,
        gold + other.gold,
        system + other.system);
  }

  /** Right system mentions; a half each for partial ones. */
  public double truePositives() {
    return systemCredit / 2.0;
  }

  public double falsePositives() {
    return system - systemCredit / 2.0;
  }

  public double falseNegatives() {
    return gold - goldCredit / 2.0;
  }

  /** In [0, 1]; NaN when the system marked nothing. */
  public double precision() {
    return system == 0 ? Double.NaN : (double) systemCredit / (2 * system);
  }

  /** In [0, 1]; NaN when there is no gold. */
  public double recall() {
    return gold == 0 ? Double.NaN : (double) goldCredit / (2 * gold);
  }

  /** Harmonic mean of precision and recall; NaN when there is neither gold nor system. */
  public double f1() {
    if (gold + system == 0) {
      return Double.NaN;
    }
    if (goldCredit == systemCredit) {
      return (double) (goldCredit + systemCredit) / (2 * (gold + system));
    }
    if (goldCredit == 0 || systemCredit == 0) {
      return 0;
    }
    double precision = precision();
    double recall = recall();
    return 2 * precision * recall / (precision + recall);
  }
}
