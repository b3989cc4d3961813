package org.immunospan.crf;

import java.util.List;

/** The values of an attribute as keys, ready to be joined to a feature's key. Immutable. */
final class Values {

  static final Values NONE = new Values(List.of());

  /** The key of each value. */
  final long[] keys;

  /** What {@link FeatureKey#join} needs to know of each. */
  final long[] powers;

  Values(List<String> values) {
    keys = new long[values.size()];
    powers = new long[values.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = FeatureKey.of(values.get(i));
      powers[i] = FeatureKey.power(values.get(i).length());
    }
  }
}
