package org.immunospan.crf.decode;

/** Something kept in a {@link LossyCache}. */
abstract class CacheEntry {

  /** By which it is known. */
  final long key;

  CacheEntry(long key) {
    this.key = key;
  }
}
