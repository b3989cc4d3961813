package org.immunospan.format.pubmed;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses one of several records of a PMID: the newest, and none that was deleted, wherever they
 * are in the input. A first pass over all records fills it ({@link #add}, {@link #delete}); it is
 * then asked for each record in the same order ({@link #keeps}) and is told which ones came out
 * ({@link #give}). A deleted version and those below it do not come out.
 *
 * <p>Two bytes for each PMID, laid out in pages of about a thousand neighbours, so all of PubMed
 * takes under 100 MB and a small input next to nothing; versions above 1, deletions, and records
 * that are equal in version and date are few and are in maps. Records whose PMID is not a number
 * are all kept. Not thread-safe.
 */
public final class PubMedVersions {

  private static final int PAGE_BITS = 10;
  private static final int PAGE = 1 << PAGE_BITS;

  /** For each PMID 0 when unseen, else 1 + the day of the newest record's revision. */
  private short[][] newest = new short[0][];

  /** The greatest version of PMIDs that have one above 1. */
  private final Map<Integer, Integer> versions = new HashMap<>();

  /** How many records are still to come, besides one, that equal the newest of their PMID. */
  private final Map<Integer, Integer> equals = new HashMap<>();

  /** The greatest version that was deleted. */
  private final Map<Integer, Integer> deletions = new HashMap<>();

  /** PMIDs of records that came out. */
  private final BitSet given = new BitSet();

  /** PMIDs whose deletion turned out not to be certain. */
  private final BitSet undeleted = new BitSet();

  /** Whose word counts before this one's; null for none. */
  private final PubMedVersions sound;

  /** The only PMIDs to choose among; null for all. */
  private final BitSet wanted;

  private long superseded;
  private long deleted;

  public PubMedVersions() {
    this(null, null);
  }

  private PubMedVersions(PubMedVersions sound, BitSet wanted) {
    this.sound = sound;
    this.wanted = wanted;
  }

  /** For records of damaged files: those of PMIDs that no sound file speaks of. */
  public PubMedVersions ofDamagedFiles() {
    return new PubMedVersions(this, null);
  }

  /**
   * For another look at all files: the PMIDs whose newest record was announced by the first pass
   * and never came, since its file changed or the record could not be read.
   */
  public PubMedVersions ofMissing() {
    return new PubMedVersions(null, missing());
  }

  /** Whether a record that was announced never came. */
  public boolean hasMissing() {
    return !missing().isEmpty();
  }

  /** The PMIDs of records that came out. */
  BitSet given() {
    return given;
  }

  /** The PMIDs of records that were announced and never came. */
  BitSet missing() {
    BitSet missing = (BitSet) undeleted.clone();
    for (int page = 0; page < newest.length; page++) {
      for (int i = 0; newest[page] != null && i < PAGE; i++) {
        int pmid = page << PAGE_BITS | i;
        boolean isDeleted = deletions.getOrDefault(pmid, 0) >= versions.getOrDefault(pmid, 1);
        if (newest[page][i] != 0 && !isDeleted) {
          missing.set(pmid);
        }
      }
    }
    missing.andNot(given);
    return missing;
  }

  /** Takes deletions back: the file that names them is not the one that was read before. */
  public void doubt(List<PubMedKey> newDeletions) {
    for (PubMedKey key : newDeletions) {
      if (key.number() >= 0) {
        undeleted.set(key.number());
      }
    }
  }

  /** Notes that a record came out. */
  public void give(PubMedKey key) {
    if (key.number() >= 0) {
      given.set(key.number());
    }
  }

  /** Counts a record in the first pass. */
  public void add(PubMedKey key) {
    int pmid = key.number();
    if (pmid < 0 || (wanted != null && !wanted.get(pmid))) {
      return;
    }
    int comparison = compare(key, pmid);
    if (comparison > 0) {
      page(pmid)[pmid & (PAGE - 1)] = (short) (key.revised() + 1);
      if (key.version() > 1) {
        versions.put(pmid, key.version());
      }
      equals.remove(pmid);
    } else if (comparison == 0) {
      equals.merge(pmid, 1, Integer::sum);
    }
  }

  /** Counts a deletion in the first pass. */
  public void delete(PubMedKey key) {
    int pmid = key.number();
    if (pmid >= 0) {
      deletions.merge(pmid, key.version(), Math::max);
    }
  }

  /** Whether this record, met in the second pass, is the one to keep of its PMID. */
  public boolean keeps(PubMedKey key) {
    int pmid = key.number();
    if (wanted != null && (pmid < 0 || !wanted.get(pmid))) {
      return false;
    }
    if (pmid < 0) {
      return true;
    }
    if (given.get(pmid) || (sound != null && sound.speaksOf(pmid))) {
      superseded++;
      return false;
    }
    if (deletions.getOrDefault(pmid, 0) >= key.version()) {
      deleted++;
      return false;
    }
    if (compare(key, pmid) < 0 || equals.containsKey(pmid)) {
      if (compare(key, pmid) == 0) {
        equals.computeIfPresent(pmid, (k, count) -> count == 1 ? null : count - 1);
      }
      superseded++;
      return false;
    }
    return true;
  }

  /** Whether a record of this PMID was counted. */
  public boolean knows(PubMedKey key) {
    int pmid = key.number();
    return pmid >= 0 && stamp(pmid) != 0;
  }

  private boolean speaksOf(int pmid) {
    return stamp(pmid) != 0 || deletions.containsKey(pmid);
  }

  /** Records left out because a newer one of the same PMID was kept. */
  public long superseded() {
    return superseded;
  }

  /** Records left out because they were deleted. */
  public long deleted() {
    return deleted;
  }

  private int compare(PubMedKey key, int pmid) {
    int stamp = stamp(pmid);
    if (stamp == 0) {
      return 1;
    }
    int byVersion = Integer.compare(key.version(), versions.getOrDefault(pmid, 1));
    return byVersion != 0 ? byVersion : Integer.compare(key.revised() + 1, stamp);
  }

  private int stamp(int pmid) {
    int page = pmid >> PAGE_BITS;
    return page < newest.length && newest[page] != null
        ? newest[page][pmid & (PAGE - 1)] & 0xffff
        : 0;
  }

  private short[] page(int pmid) {
    int page = pmid >> PAGE_BITS;
    if (page >= newest.length) {
      newest = Arrays.copyOf(newest, Math.max(page + 1, newest.length * 2));
    }
    if (newest[page] == null) {
      newest[page] = new short[PAGE];
    }
    return newest[page];
  }
}
