package org.immunospan.evaluate;

/**
 * How good the identifiers of one type are. Only gold mentions that have an identifier count; one
 * shared identifier makes a mention right.
 *
 * @param label the type
 * @param linked pairs of right span whose identifier is right
 * @param linkable pairs of right span whose gold mention has an identifier
 * @param endToEnd span and identifier right
 * @param document sets of identifiers per document
 * @param hierarchical over the pairs of right span whose gold term the hierarchy knows, each
 *     identifier counted with all its more general terms (hierarchical precision and recall of
 *     Kiritchenko et al. 2005)
 * @param moreGeneral wrong, but more general than the gold
 * @param moreSpecific wrong, but more specific than the gold
 * @param unrelated wrong in another way
 * @param unlinked without identifier
 */
public record LinkScore(
    String label,
    long linked,
    long linkable,
    Score endToEnd,
    Score document,
    Score hierarchical,
    long moreGeneral,
    long moreSpecific,
    long unrelated,
    long unlinked) {

  /** Share of right identifiers among pairs of right span; NaN when there are none. */
  public double accuracy() {
    return linkable == 0 ? Double.NaN : (double) linked / linkable;
  }

  /** Whether the system gave an identifier of this type at all; without any, it does not link. */
  public boolean isLinked() {
    return endToEnd.system() > 0;
  }

  /** Whether the gold has identifiers of this type. */
  public boolean isDefined() {
    return endToEnd.gold() > 0;
  }
}
