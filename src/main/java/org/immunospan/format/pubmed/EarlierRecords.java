package org.immunospan.format.pubmed;

import java.util.BitSet;

/**
 * Which records of an earlier run still count next to those of a later one. Records without a
 * number for a PMID always do. One thread.
 */
public final class EarlierRecords {

  private final BitSet pmids = new BitSet();
  private final BitSet kept = new BitSet();

  /** Lets the versions choose among the records of a file of the earlier run. */
  public void choose(PubMedCatalogue.Entry file, PubMedVersions versions) {
    for (PubMedKey key : file.records()) {
      pmids.set(key.number());
      if (versions.keeps(key)) {
        versions.give(key);
        kept.set(key.number());
      }
    }
  }

  /**
   * Takes back that a record was replaced, where the newer one never came.
   *
   * @param rescued what came in another look at the files
   */
  public void keepMissing(PubMedVersions versions, PubMedVersions rescued) {
    BitSet missing = versions.missing();
    missing.and(pmids);
    missing.andNot(rescued.given());
    kept.or(missing);
  }

  /** Whether the record of a PMID in the earlier result was deleted, or has a newer version. */
  public boolean isReplaced(String pmid) {
    int number = PubMedKey.number(pmid, -1);
    return number >= 0 && pmids.get(number) && !kept.get(number);
  }
}
