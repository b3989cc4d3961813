package org.immunospan.crf.decode;

import java.util.Arrays;
import java.util.List;
import org.immunospan.crf.FeatureKey;

/**
 * The values of several attributes as keys, ready to be joined to a feature's key, in one flat
 * array, since the decoder reads nothing more often: first where the values of each attribute
 * begin, and where the last ones end; then for each value its key and what {@link FeatureKey#join}
 * needs to know of it.
 */
final class PackedValues {

  private PackedValues() {}

  /** The values of the attributes, in order. */
  static long[] of(List<List<String>> attributes) {
    int header = attributes.size() + 1;
    int values = attributes.stream().mapToInt(List::size).sum();
    long[] flat = new long[header + 2 * values];
    int end = header;
    for (int a = 0; a < attributes.size(); a++) {
      flat[a] = end;
      for (String value : attributes.get(a)) {
        flat[end++] = FeatureKey.of(value);
        flat[end++] = FeatureKey.power(value.length());
      }
    }
    flat[header - 1] = end;
    return flat;
  }

  /** The values of some of the attributes alone; the others have none. */
  static long[] only(boolean[] kept, long[] values) {
    long[] flat = new long[values.length];
    int end = kept.length + 1;
    for (int a = 0; a < kept.length; a++) {
      flat[a] = end;
      int length = kept[a] ? (int) (values[a + 1] - values[a]) : 0;
      System.arraycopy(values, (int) values[a], flat, end, length);
      end += length;
    }
    flat[kept.length] = end;
    return Arrays.copyOf(flat, end);
  }

  /**
   * The same values but for some attributes.
   *
   * @param changed for each attribute its values; null for those that stay
   */
  static long[] with(List<List<String>> changed, long[] values) {
    long[] own = of(changed.stream().map(list -> list == null ? List.<String>of() : list).toList());
    int header = changed.size() + 1;
    long[] flat = new long[values.length + own.length];
    int end = header;
    for (int a = 0; a < header - 1; a++) {
      flat[a] = end;
      long[] from = changed.get(a) == null ? values : own;
      int length = (int) (from[a + 1] - from[a]);
      System.arraycopy(from, (int) from[a], flat, end, length);
      end += length;
    }
    flat[header - 1] = end;
    return Arrays.copyOf(flat, end);
  }

  /** One key for all values of one of the attributes, {@linkplain FeatureKey#spread spread}. */
  static long keyOf(int attribute, long[] values) {
    int end = (int) values[attribute + 1];
    long key = 0;
    for (int v = (int) values[attribute]; v < end; v += 2) {
      key = FeatureKey.spread(key + values[v]);
    }
    return key;
  }

  /** One attribute without a value yet, for {@link #set}. */
  static long[] ofOne() {
    return new long[] {2, 2, 0, 0, 0};
  }

  /** Whether the one attribute has no value. */
  static boolean isEmpty(long[] one) {
    return one[1] == 2;
  }

  /** The key of the value of the one attribute. */
  static long onlyKey(long[] one) {
    return one[2];
  }

  /** The key of the value of the one attribute, {@linkplain FeatureKey#spread spread}. */
  static long onlySpread(long[] one) {
    return one[4];
  }

  /** Sets the value, or none for null, of the one attribute. */
  static void set(long[] one, String value) {
    one[1] = value == null ? 2 : 4;
    if (value != null) {
      one[2] = FeatureKey.of(value);
      one[3] = FeatureKey.power(value.length());
      one[4] = FeatureKey.spread(one[2]);
    }
  }

  /** Sets the value of the one attribute to that of another token. */
  static void copy(long[] from, long[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }
}
