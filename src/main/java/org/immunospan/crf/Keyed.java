package org.immunospan.crf;

/** Something kept in a {@link SharedCache}. */
abstract class Keyed {

  /** By which it is known. */
  final long key;

  Keyed(long key) {
    this.key = key;
  }
}
