package org.immunospan.evaluate;

/**
 * Strict recall on gold mentions whose text occurs in a training corpus with the same type, and on
 * those whose text does not.
 */
public record SeenRecall(String label, long seen, long seenFound, long unseen, long unseenFound) {

  /** NaN when there are none. */
  public double onSeen() {
    return seen == 0 ? Double.NaN : (double) seenFound / seen;
  }

  /** NaN when there are none. */
  public double onUnseen() {
    return unseen == 0 ? Double.NaN : (double) unseenFound / unseen;
  }
}
